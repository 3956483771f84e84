import { ts } from "ts-morph";
import { camel } from "../../spec/respell.js";
import { entryName } from "../add/insert-entry.js";
import type { Known } from "../create/known.js";
import type { Model } from "../../spec/database/database-spec.js";
import type { ComputedField } from "./computed.js";
import type { MadeRow } from "./rows-made.js";

/** The call that made a row of a tree once more, for one below it; null where the row is in no tree, or one of a kind. */
export function belowOwn(
  { variable, operation, statement }: MadeRow,
  { model, computed: { target, relation } }: ComputedField,
  { api }: Known,
): string | null {
  const own = model.fields.find(({ name }) => name === relation.relation?.opposite);
  const [column] = own?.relation?.fields ?? [];
  if (target !== model || column === undefined) return null;
  const sent = api.dtos.get(operation.body ?? "")?.properties ?? [];
  const keyed = sent.find(
    (each) => each.column === column || [column, camel(column)].includes(each.name),
  )?.name;
  return keyed === undefined ? null : callWith(statement, keyed, `${variable}.id`, model);
}

/** A call that made a row, with a property of its body; null where it says a value that only one row may have. */
export function callWith(
  statement: ts.Statement,
  property: string,
  value: string,
  model: Model,
): string | null {
  const call = callIn(statement);
  const [connection, given] = call?.arguments ?? [];
  if (
    call === null ||
    connection === undefined ||
    given === undefined ||
    !ts.isObjectLiteralExpression(given)
  )
    return null;
  const key = `${property}: ${value}`;
  const body = given.properties.find((each) => entryName(each) === "body");
  const text = call.getText();
  if (body === undefined) {
    const inner = given.properties.map((each) => each.getText());
    return `await ${call.expression.getText()}(${connection.getText()}, { ${[...inner, `body: { ${key} }`].join(", ")} })`;
  }
  const sent = ts.isPropertyAssignment(body) ? bare(body.initializer) : null;
  if (sent === null || hasFixed(sent, model) || sent.properties.some((each) => entryName(each) === property))
    return null;
  const end = sent.getStart() - call.getStart() + 1;
  const comma = sent.properties.length > 0 ? ", " : "";
  return `await ${text.slice(0, end)} ${key}${comma}${text.slice(end)}`;
}

function callIn(statement: ts.Statement): ts.CallExpression | null {
  const value = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations[0]?.initializer
    : undefined;
  const call = value !== undefined && ts.isAwaitExpression(value) ? value.expression : undefined;
  return call !== undefined && ts.isCallExpression(call) ? call : null;
}

function bare(node: ts.Expression): ts.ObjectLiteralExpression | null {
  if (ts.isSatisfiesExpression(node) || ts.isAsExpression(node)) return bare(node.expression);
  return ts.isObjectLiteralExpression(node) ? node : null;
}

/** Whether a body says a value that only one row may have. */
function hasFixed(body: ts.ObjectLiteralExpression, { fields, attributes }: Model): boolean {
  const unique = new Set([
    ...fields.filter((each) => each.unique).map(({ name }) => name),
    ...attributes.filter(({ kind }) => kind === "unique").flatMap((each) => each.fields),
  ]);
  return body.properties.some((each) => {
    const name = entryName(each);
    return name !== null && [...unique].some((one) => one === name || camel(one) === name);
  });
}
