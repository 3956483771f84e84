import { ts } from "ts-morph";
import { entryName } from "../add/insert-entry.js";
import { literalOf } from "../retype/literals.js";

export interface Length {
  readonly least: number;
  readonly most: number;
}

/** How many letters a generator of texts for tests makes; null for anything else. */
export function generatedLength(node: ts.Expression): Length | null {
  if (!ts.isCallExpression(node)) return null;
  const name = /^RandomGenerator\.(\w+)$/.exec(node.expression.getText())?.[1];
  const [argument] = node.arguments;
  const number = argument === undefined ? null : literalOf(argument);
  const said = settingsOf(argument);
  if (argument !== undefined && typeof number !== "number" && said === null) return null;
  const given = typeof number === "number" ? number : null;
  switch (name) {
    case "alphabets":
    case "alphaNumeric":
      return given === null ? null : { least: given, most: given };
    case "name":
      return textOf({ least: given ?? 2, most: given ?? 3 }, { least: 3, most: 7 }, 1);
    case "paragraph":
      return given === null ? paragraphOf(said ?? new Map(), 2, 5, 3) : null;
    case "content": {
      if (given !== null) return null;
      const own = said ?? new Map<string, number>();
      const words = { least: own.get("sentenceMin") ?? 10, most: own.get("sentenceMax") ?? 40 };
      const letters = { least: own.get("wordMin") ?? 1, most: own.get("wordMax") ?? 7 };
      const paragraphs = own.get("paragraphs");
      return textOf({ least: paragraphs ?? 3, most: paragraphs ?? 8 }, textOf(words, letters, 1), 2);
    }
    default:
      return null;
  }
}

function paragraphOf(said: ReadonlyMap<string, number>, few: number, many: number, letters: number): Length {
  const words = said.get("sentences");
  const word = { least: said.get("wordMin") ?? letters, most: said.get("wordMax") ?? 7 };
  return textOf({ least: words ?? few, most: words ?? many }, word, 1);
}

/** Parts with a gap between each two. */
function textOf(parts: Length, part: Length, gap: number): Length {
  const whole = (count: number, each: number): number => count * each + Math.max(0, count - 1) * gap;
  return { least: whole(parts.least, part.least), most: whole(parts.most, part.most) };
}

/** `{ sentences: 3 }`; null where anything but numbers is said. */
function settingsOf(node: ts.Expression | undefined): ReadonlyMap<string, number> | null {
  if (node === undefined) return new Map();
  if (!ts.isObjectLiteralExpression(node)) return null;
  const found = new Map<string, number>();
  for (const entry of node.properties) {
    const name = entryName(entry);
    const value = ts.isPropertyAssignment(entry) ? literalOf(entry.initializer) : null;
    if (name === null || typeof value !== "number") return null;
    found.set(name, value);
  }
  return found;
}
