import { ts } from "ts-morph";
import type { TypedProgram } from "../../graph/types/typed-program.js";
import type { DatabaseSpec } from "../../spec/database/database-spec.js";
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
  database: DatabaseSpec,
): readonly Omit<Unclear, "path">[] {
  const members = renames.fields.map(({ from }) => from.split(".") as [string, string]);
  // A table that `@@map` names apart keeps its name.
  const tables = renames.models
    .map(({ from }) => from)
    .filter((name) => database.models.get(name)?.table === name);
  const found: Omit<Unclear, "path">[] = [];
  const add = (node: ts.Node, why: string): void => {
    found.push({ line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1, why });
  };
  const visit = (node: ts.Node): void => {
    if (isSql(node)) {
      const text = node.getText(file);
      const hit = members.find(([model, field]) => hasWord(text, model) && hasWord(text, field));
      const table = tables.find((name) => hasWord(text, name));
      if (hit !== undefined) add(node, `SQL names "${hit[1]}"`);
      else if (table !== undefined) add(node, `SQL names "${table}"`);
    }
    if (ts.isComputedPropertyName(node) && ts.isObjectLiteralExpression(node.parent.parent)) {
      const owner = roleOf(node.parent.parent, program);
      const hit = members.find(
        ([model, field]) => owner?.model === model && file.text.includes(`"${field}"`),
      );
      if (hit !== undefined) add(node, `a key of a query on ${hit[0]} is computed, and may be "${hit[1]}"`);
    }
    if (isComputedDelegate(node)) {
      const hit = renames.models.find(({ from }) => file.text.includes(`"${from}"`));
      if (hit !== undefined) add(node, `the model is computed, and may be "${hit.from}"`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** `prisma[name]` */
function isComputedDelegate(node: ts.Node): boolean {
  if (!ts.isElementAccessExpression(node) || ts.isStringLiteralLike(node.argumentExpression)) return false;
  return /(^|\W)(prisma|tx|client)( as [^)]*)?\)*$/.test(node.expression.getText());
}

function isSql(node: ts.Node): boolean {
  if (ts.isTaggedTemplateExpression(node)) return SQL.test(node.tag.getText());
  return ts.isCallExpression(node) && SQL.test(node.expression.getText());
}

function hasWord(text: string, word: string): boolean {
  return new RegExp(`(?<!\\w)${word}(?!\\w)`).test(text);
}
