import { ts } from "ts-morph";
import type { Backend } from "../../source/backend.js";
import { parseTypescript } from "../../source/parse-typescript.js";
import type { PlacedSplice } from "../../source/splice-files.js";

/**
 * Objects that are written as a payload, where a token is signed: what every request reads from the row is no part
 * of a token, so their type goes without it.
 */
export function withoutInTokens(
  backend: Backend,
  payload: string,
  attribute: string,
): readonly PlacedSplice[] {
  const splices: PlacedSplice[] = [];
  for (const file of backend.files.values()) {
    if (!/^(src|test)\/.*\.ts$/.test(file.path) || file.text?.includes(payload) !== true) continue;
    const visit = (node: ts.Node): void => {
      const type = writtenType(node);
      if (type !== null) {
        const text = typeWithout(type, payload, attribute);
        if (text !== null) splices.push({ path: file.path, start: type.getStart(), end: type.end, text });
      }
      ts.forEachChild(node, visit);
    };
    visit(parseTypescript(file));
  }
  return splices;
}

/** The type that an object literal is checked against: `{ … } satisfies X`, `const x: X = { … }`. */
function writtenType(node: ts.Node): ts.TypeNode | null {
  if (ts.isSatisfiesExpression(node) && ts.isObjectLiteralExpression(node.expression)) return node.type;
  if (!ts.isVariableDeclaration(node) || node.initializer === undefined || node.type === undefined)
    return null;
  return ts.isObjectLiteralExpression(node.initializer) ? node.type : null;
}

function typeWithout(type: ts.TypeNode, payload: string, attribute: string): string | null {
  const text = type.getText();
  if (text === payload) return `Omit<${payload}, "${attribute}">`;
  const omitted = new RegExp(`^Omit<\\s*${payload},\\s*((?:"\\w+"\\s*\\|?\\s*)+),?\\s*>$`).exec(text)?.[1];
  return omitted === undefined ? null : `Omit<${payload}, ${omitted.trim()} | "${attribute}">`;
}
