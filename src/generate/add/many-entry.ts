import { ts } from "ts-morph";
import { entryName } from "./insert-entry.js";
import type { KeyForm } from "./key-entry.js";
import type { ManyRows, NewCarrier } from "./new-field.js";
import type { Receiver } from "./receivers.js";
import { isConditional, memberText } from "./values.js";

/** The entry that makes a row of a junction for each id of a request; an update takes those away that are there. */
export function manyEntry(
  list: string,
  many: ManyRows,
  form: KeyForm,
  { property, use }: NewCarrier,
  receiver: Receiver,
  literal: ts.ObjectLiteralExpression,
): string {
  const given = memberText(receiver, property);
  const row = rowText(many, form, literal);
  const rows = (ids: string): string => `create: ${ids}.map((${many.each}) => (${row}))`;
  if (use === "create") return `${list}: {\n  ${rows(`(${given} ?? [])`)},\n}`;
  const others = `{\n    deleteMany: {},\n    ${rows(given).replaceAll("\n", "\n  ")},\n  }`;
  return isConditional(literal, receiver)
    ? `...(${given} !== undefined && {\n  ${list}: ${others},\n})`
    : `${list}:\n  ${given} === undefined\n    ? undefined\n    : ${others.replaceAll("\n", "\n    ")}`;
}

/** One row, with an id and a moment as the row around it has them. */
function rowText(
  { relation, column, created, each }: ManyRows,
  form: KeyForm,
  literal: ts.ObjectLiteralExpression,
): string {
  const own = (name: string): string | undefined => {
    const entry = literal.properties.find((one) => entryName(one) === name);
    const text = entry !== undefined && ts.isPropertyAssignment(entry) ? entry.initializer.getText() : "";
    return /^(v4\(\)|new Date\(\)|now|toISOStringSafe\(new Date\(\)\))/.test(text) ? text : undefined;
  };
  const key = form === "connect" ? `${relation}: { connect: { id: ${each} } }` : `${column}: ${each}`;
  const lines = [`id: ${own("id") ?? "v4()"}`, key, `${created}: ${own(created) ?? "new Date()"}`];
  return `{\n${lines.map((line) => `    ${line},\n`).join("")}  }`;
}
