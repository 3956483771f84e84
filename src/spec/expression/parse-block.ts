import { ts } from "ts-morph";
import { createSource, syntaxError } from "../../source/parse-typescript.js";

/** The syntax of a block, braces included, as one of an async function's; null where it does not parse. */
export function parseBlock(code: string): ts.Block | null {
  const source = createSource("block.ts", `async function block() ${code}`);
  const [declared, ...others] = source.statements;
  if (syntaxError(source) !== null || others.length > 0) return null;
  return declared !== undefined && ts.isFunctionDeclaration(declared) ? (declared.body ?? null) : null;
}
