import { ts } from "ts-morph";
import { propertyType } from "../scalars.js";
import type { NewCarrier, NewField } from "./new-field.js";
import type { Receiver } from "./receivers.js";

/** `row.due_at` as a DTO shows it: dates as text, sets of values as such, a missing one as null. */
export function shownValue({ name, type }: NewField, receiver: Receiver, file: ts.SourceFile): string {
  const value = memberText(receiver, name);
  const missing = receiver.text.endsWith("?");
  const nullable = type.optional || missing;
  if (type.name === "datetime") {
    const text = importsName(file, "toISOStringSafe")
      ? `toISOStringSafe(${value})`
      : `${value}.toISOString()`;
    return nullable ? `${value} ? ${text} : null` : text;
  }
  if (type.values.length > 0) return `${value} as ${propertyType(type)}${nullable ? " | null" : ""}`;
  return missing ? `${value} ?? null` : value;
}

/** What a new row shows that was given nothing; null where only the database knows. */
export function defaultShown({ type, default: value }: NewField): string | null {
  if (value === null) return type.optional ? "null" : null;
  return /\(\)$/.test(value) ? null : value;
}

/** What a new row gets from a request: nothing said is null where that may be, else the column's default. */
export function createdValue({ type }: NewField, { property }: NewCarrier, receiver: Receiver): string {
  const value = memberText(receiver, property);
  return type.optional ? `${value} ?? null` : value;
}

/** What a new row shows that is not read again; null where only the database knows what nothing said comes to. */
export function givenOrDefault(field: NewField, carrier: NewCarrier, receiver: Receiver): string | null {
  const shown = defaultShown(field);
  return shown === null ? null : `${memberText(receiver, carrier.property)} ?? ${shown}`;
}

/** The entry that sets a value in a row that is there, in the manner of its neighbours. */
export function updatedEntry(
  { name }: NewField,
  { property }: NewCarrier,
  receiver: Receiver,
  literal: ts.ObjectLiteralExpression,
): string {
  const value = memberText(receiver, property);
  if (!isConditional(literal, receiver)) return `${name}: ${value}`;
  return conditionalEntry(name, value);
}

/** An entry that is there only if something was said: `...(body.title !== undefined && { title: body.title })`. */
export function conditionalEntry(name: string, value: string): string {
  const line = `...(${value} !== undefined && { ${name}: ${value} })`;
  return line.length < LINE ? line : `...(${value} !== undefined && {\n  ${name}: ${value},\n})`;
}

/** Whether the entries of an update are there only for what was said: `...(body.title !== undefined && …)`. */
export function isConditional(literal: ts.ObjectLiteralExpression, receiver: Receiver): boolean {
  return literal.properties.some(
    (entry) => ts.isSpreadAssignment(entry) && entry.expression.getText().includes(`${receiver.text}.`),
  );
}

/** Longer lines are broken; it leaves room for the indentation. */
const LINE = 72;

/** A value for tests, random where the file has the means. */
export function testValue({ type }: NewField, file: ts.SourceFile): string {
  if (type.values.length > 0) return JSON.stringify(type.values[0]);
  switch (type.name) {
    case "int":
      return "1";
    case "double":
      return "1.5";
    case "boolean":
      return "true";
    case "datetime":
      return "new Date().toISOString()";
    case "uuid":
      return importsName(file, "typia") ? 'typia.random<string & tags.Format<"uuid">>()' : `"${UUID}"`;
    case "uri":
      return '"https://example.com/"';
    case "email":
      return '"somebody@example.com"';
    default:
      return importsName(file, "RandomGenerator") ? "RandomGenerator.name()" : '"text"';
  }
}

const UUID = "00000000-0000-4000-8000-000000000000";

/** A member of a receiver that may be missing: `row?.title`. */
export function memberText({ text }: Receiver, name: string): string {
  return text.endsWith("?") ? `${text.slice(0, -1)}?.${name}` : `${text}.${name}`;
}

/** Whether a file imports a name, under that name. */
export function importsName(file: ts.SourceFile, name: string): boolean {
  return file.statements.some((statement) => {
    if (!ts.isImportDeclaration(statement)) return false;
    const clause = statement.importClause;
    if (clause?.name?.text === name) return true;
    const named = clause?.namedBindings;
    return (
      named !== undefined &&
      ts.isNamedImports(named) &&
      named.elements.some((each) => each.name.text === name)
    );
  });
}
