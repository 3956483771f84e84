import { ts } from "ts-morph";
import { parseBlock } from "../expression/parse-block.js";
import { type Place, placesIn } from "./places.js";
import type { Violation } from "./violation.js";

/** What leads out of a program: to the network, to processes and files, to code that is text, to the whole of Node. */
const OUTSIDE: ReadonlySet<string> = new Set(
  `fetch process global globalThis require module exports eval Function Reflect Proxy WebSocket XMLHttpRequest EventSource
  navigator WebAssembly Deno Bun`.split(/\s+/),
);

/** Members that lead from any value to code that is text, to settings and secrets, or past the types of the database. */
const MEMBERS: ReadonlySet<string> = new Set(
  `constructor prototype __proto__ __defineGetter__ __defineSetter__ __lookupGetter__ env mainModule binding
  $queryRaw $queryRawUnsafe $executeRaw $executeRawUnsafe $extends $connect $disconnect`.split(/\s+/),
);

const ADVICE =
  "Code that is written here reads and writes the database and answers; it has no network, no files, no secrets.";

/** Code whose author nobody knows names nothing that leads outside, be it in a tree or in raw code. */
export function staysInside(tree: unknown, at = "$"): readonly Violation[] {
  return placesIn(tree, at).flatMap((place) =>
    wordsOf(place).map(({ path, found }) => ({
      path,
      expected: "something that the operation was given",
      found,
      candidates: [],
      advice: ADVICE,
    })),
  );
}

interface Word {
  readonly path: string;
  readonly found: string;
}

function wordsOf({ node, path }: Place): readonly Word[] {
  const { kind, name, code, from, index } = node;
  if (kind === "raw" && typeof code === "string")
    return wordsInCode(code).map((found) => ({ path: `${path}.code`, found }));
  const said: readonly Word[] =
    typeof from === "string" && kind !== "unpack"
      ? wordsInCode(from).map((found) => ({ path: `${path}.from`, found }))
      : [];
  if (typeof name === "string" && ((kind === "name" && OUTSIDE.has(name)) || isMember(kind, name)))
    return [...said, { path: `${path}.name`, found: name }];
  if (kind === "element" && !isPlainIndex(index))
    return [...said, { path: `${path}.index`, found: "an index" }];
  return said;
}

function isMember(kind: string, name: string): boolean {
  return kind === "property" && MEMBERS.has(name);
}

/** A word that is put together would say what may not be said. */
function isPlainIndex(index: unknown): boolean {
  if (typeof index !== "object" || index === null || !("kind" in index)) return false;
  if (index.kind === "string") return "value" in index && !MEMBERS.has(String(index.value));
  return (
    ["number", "name", "path", "property", "element", "binary"].includes(String(index.kind)) &&
    !saysText(index)
  );
}

function saysText(tree: unknown): boolean {
  return placesIn(tree).some(({ node }) => ["string", "template", "call"].includes(node.kind));
}

function wordsInCode(code: string): readonly string[] {
  const block = parseBlock(`{ ${code} }`) ?? parseBlock(`{ x = (${code}\n); }`);
  if (block === null) return [];
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const word = outsideWord(node);
    if (word !== null) found.push(word);
    ts.forEachChild(node, visit);
  };
  visit(block);
  return found;
}

function outsideWord(node: ts.Node): string | null {
  if (node.kind === ts.SyntaxKind.ImportKeyword) return "import";
  if (ts.isIdentifier(node)) {
    const isName = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
    return (isName ? MEMBERS : OUTSIDE).has(node.text) ? node.text : null;
  }
  if (!ts.isElementAccessExpression(node)) return null;
  const { argumentExpression: index } = node;
  if (ts.isStringLiteralLike(index)) return MEMBERS.has(index.text) ? index.text : null;
  return /["'`(]/.test(index.getText()) ? "an index" : null;
}
