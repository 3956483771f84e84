import { ts } from "ts-morph";
import { parseTypescript } from "../../source/parse-typescript.js";
import type { Model } from "../../spec/database/database-spec.js";
import type { Dto } from "../../spec/interface/interface-spec.js";
import type { Answer } from "../create/create-context.js";
import type { Known } from "../create/known.js";
import { declaredIn, functionNamed, usedIn } from "./local-names.js";

/** How another operation answers with the same DTO, if it takes nothing but one row of the model for it. */
export function copiedAnswer(dto: Dto, model: Model, known: Known): Answer | null {
  for (const { response, provider } of known.api.operations.values()) {
    const file = known.backend.files.get(provider?.path ?? "");
    if (response !== dto.name || provider === null || file === undefined || file.text === null) continue;
    const owner = functionNamed(parseTypescript(file), provider.name);
    const answer = owner === null ? null : answerIn(owner, model.name);
    if (answer !== null) return answer;
  }
  return null;
}

function answerIn(owner: ts.FunctionDeclaration, table: string): Answer | null {
  const last = owner.body?.statements.at(-1);
  const shown = last !== undefined && ts.isReturnStatement(last) ? bare(last.expression) : null;
  if (shown === null || shown.properties.some(isSettled)) return null;
  const inner = declaredIn(shown);
  const locals = declaredIn(owner);
  const used = [...usedIn(shown)].filter((name) => locals.has(name) && !inner.has(name));
  const [row] = used;
  if (row === undefined || used.length > 1) return null;
  const query = queryOf(owner, row, table);
  const added = query === null ? null : selectionOf(query, locals);
  if (added === null) return null;
  const text = shown.getText();
  const name = new RegExp(`(?<![.\\w"])${row}\\b(?!\\s*:)`, "g");
  return {
    selecting: added,
    returning: (variable) => `return ${text.replace(name, variable)};`,
    value: (variable) => text.replace(name, variable),
    transformers: [],
  };
}

/** What an operation knows without looking, such as that a new row has no comments, is no answer for other rows. */
function isSettled(entry: ts.ObjectLiteralElementLike): boolean {
  if (!ts.isPropertyAssignment(entry)) return !ts.isShorthandPropertyAssignment(entry);
  const value = entry.initializer;
  return (
    ts.isLiteralExpression(value) ||
    (ts.isArrayLiteralExpression(value) && value.elements.length === 0) ||
    /^(null|undefined|true|false)$/.test(value.getText())
  );
}

function bare(node: ts.Expression | undefined): ts.ObjectLiteralExpression | null {
  if (node === undefined) return null;
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node))
    return bare(node.expression);
  return ts.isObjectLiteralExpression(node) ? node : null;
}

/** The argument of the query on a table whose result a variable holds; null where it holds anything else. */
function queryOf(owner: ts.Node, row: string, table: string): ts.ObjectLiteralExpression | null {
  let found: ts.ObjectLiteralExpression | null = null;
  const called = new RegExp(`\\.${table}\\s*\\.(find(First|Unique)(OrThrow)?|create|update)$`);
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === row && node.initializer !== undefined) {
      const value = ts.isAwaitExpression(node.initializer) ? node.initializer.expression : node.initializer;
      const [argument] =
        ts.isCallExpression(value) && called.test(value.expression.getText()) ? value.arguments : [];
      found = argument !== undefined && ts.isObjectLiteralExpression(argument) ? argument : null;
    }
    ts.forEachChild(node, visit);
  };
  visit(owner);
  return found;
}

/** What the query selects, where that is the same for whoever asks; empty for all columns. */
function selectionOf(query: ts.ObjectLiteralExpression, locals: ReadonlySet<string>): string | null {
  const parts = query.properties.filter((each) => /^(include|select|omit)$/.test(each.name?.getText() ?? ""));
  const other = query.properties.some((each) => ts.isSpreadAssignment(each));
  const free = parts.every((each) => [...usedIn(each)].every((name) => !locals.has(name)));
  return !other && free ? parts.map((each) => each.getText()).join(", ") : null;
}
