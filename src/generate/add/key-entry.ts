import { ts } from "ts-morph";
import { isOfMany } from "./is-creation.js";
import { keysOf } from "./literal-owners.js";
import type { NewCarrier, NewField, NewKey } from "./new-field.js";
import type { Receiver } from "./receivers.js";
import { conditionalEntry, isConditional, memberText } from "./values.js";

/** How the data of a query names the row that a relation leads to: by its column, or by connecting it. */
export type KeyForm = "column" | "connect";

/**
 * Prisma takes one form or the other in one object: what the object is said to be decides, then what its other
 * relations look like, then the manner of the backend.
 */
export function keyForm(literal: ts.ObjectLiteralExpression, { model }: NewField, usual: KeyForm): KeyForm {
  if (isOfMany(literal)) return "column";
  const said = typeSaid(literal);
  if (said !== null && /(Create|Update)/.test(said))
    return /Unchecked|Many/.test(said) ? "column" : "connect";
  const keys = new Set(keysOf(literal));
  const relations = model.fields.filter(({ relation }) => (relation?.fields.length ?? 0) > 0);
  if (relations.some(({ name }) => keys.has(name))) return "connect";
  return relations.some(({ relation }) => relation?.fields.some((name) => keys.has(name))) ? "column" : usual;
}

function typeSaid({ parent }: ts.ObjectLiteralExpression): string | null {
  if (ts.isSatisfiesExpression(parent) || ts.isAsExpression(parent)) return parent.type.getText();
  if (ts.isVariableDeclaration(parent)) return parent.type?.getText() ?? null;
  return null;
}

/** The entry that gives a new row its key; `value` may be missing unless it is `sure`. */
export function createdKey(
  field: NewField,
  key: NewKey,
  form: KeyForm,
  value: string,
  sure: boolean,
): string {
  if (form === "column") return `${field.name}: ${value}${sure ? "" : " ?? null"}`;
  const connected = `{ connect: { id: ${value.replaceAll("?.", ".")} } }`;
  if (sure) return `${key.relation}: ${connected}`;
  const asked = value.includes("?.") ? value.slice(0, value.indexOf("?.")) : value;
  return `${key.relation}: ${asked}\n  ? ${connected}\n  : undefined`;
}

/** The entry that takes a key from a request. */
export function givenKey(
  field: NewField,
  key: NewKey,
  form: KeyForm,
  { property, use }: NewCarrier,
  receiver: Receiver,
  literal: ts.ObjectLiteralExpression,
): string {
  const value = memberText(receiver, property);
  return use === "update"
    ? updatedKey(field, key, form, value, isConditional(literal, receiver))
    : createdKey(field, key, form, value, !field.type.optional);
}

/** The entry that gives a row that is there another key, takes it away (null), or leaves it (undefined). */
function updatedKey(
  field: NewField,
  key: NewKey,
  form: KeyForm,
  value: string,
  conditional: boolean,
): string {
  if (form === "column" && !conditional) return `${field.name}: ${value}`;
  if (form === "column") return conditionalEntry(field.name, value);
  if (!field.type.optional) {
    const entry = `${key.relation}: { connect: { id: ${value} } }`;
    return conditional
      ? `...(${value} !== undefined && {\n  ${entry},\n})`
      : `${key.relation}:\n  ${value} === undefined ? undefined : { connect: { id: ${value} } }`;
  }
  const pad = conditional ? "    " : "  ";
  const chosen = `${value} === null\n${pad}  ? { disconnect: true }\n${pad}  : { connect: { id: ${value} } }`;
  if (conditional) return `...(${value} !== undefined && {\n  ${key.relation}:\n    ${chosen},\n})`;
  return `${key.relation}:\n  ${value} === undefined\n    ? undefined\n    : ${chosen}`;
}

/** What the data of a query says of another relation of the same row: the id that it connects, or the column's value. */
export function keyIn(
  literal: ts.ObjectLiteralExpression,
  { relation, column }: { readonly relation: string; readonly column: string },
): string | null {
  const entry = (of: ts.Expression | undefined, name: string): ts.Expression | undefined => {
    if (of === undefined || !ts.isObjectLiteralExpression(of)) return undefined;
    const found = of.properties.find((each) => each.name?.getText() === name);
    if (found === undefined) return undefined;
    if (ts.isShorthandPropertyAssignment(found)) return found.name;
    return ts.isPropertyAssignment(found) ? found.initializer : undefined;
  };
  const connected = entry(entry(entry(literal, relation), "connect"), "id");
  return (entry(literal, column) ?? connected)?.getText() ?? null;
}
