import { ts } from "ts-morph";
import type { TypedProgram } from "../../graph/types/typed-program.js";
import type { Renames } from "../../spec/renames.js";
import { roleOf } from "../dead-code/queries.js";
import type { Unclear } from "./unclear.js";

const SQL = /\$(?:query|execute)Raw|\bPrisma\.(?:sql|raw)\b/;

/**
 * Names that no type leads to: in SQL written out, and in keys of a query that are computed from a value. Both are
 * seen by no compiler and fail at run time.
 */
export function hiddenNames(
  program: TypedProgram,
  file: ts.SourceFile,
  renames: Renames,
): readonly Omit<Unclear, "path">[] {
  const members = renames.fields.map(({ from }) => from.split(".") as [string, string]);
  const found: Omit<Unclear, "path">[] = [];
  const add = (node: ts.Node, why: string): void => {
    found.push({ line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1, why });
  };
  const visit = (node: ts.Node): void => {
    if (isSql(node)) {
      const text = node.getText(file);
      const hit = members.find(([model, field]) => hasWord(text, model) && hasWord(text, field));
      if (hit !== undefined) add(node, `SQL names "${hit[1]}"`);
    }
    if (ts.isComputedPropertyName(node) && ts.isObjectLiteralExpression(node.parent.parent)) {
      const owner = roleOf(node.parent.parent, program);
      const hit = members.find(
        ([model, field]) => owner?.model === model && file.text.includes(`"${field}"`),
      );
      if (hit !== undefined) add(node, `a key of a query on ${hit[0]} is computed, and may be "${hit[1]}"`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isSql(node: ts.Node): boolean {
  if (ts.isTaggedTemplateExpression(node)) return SQL.test(node.tag.getText());
  return ts.isCallExpression(node) && SQL.test(node.expression.getText());
}

function hasWord(text: string, word: string): boolean {
  return new RegExp(`(?<!\\w)${word}(?!\\w)`).test(text);
}
