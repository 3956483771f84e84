import { lineAt } from "../../errors/spec-error.js";
import type { Cursor } from "./cursor.js";
import type { LeadingDoc } from "./leading-doc.js";
import { parseAttribute } from "./parse-attribute.js";
import type { AttributeSyntax, FieldSyntax } from "./schema-syntax.js";

/** Reads one field of a model; its doc was collected before. */
export function parseField(cursor: Cursor, doc: LeadingDoc): FieldSyntax {
  const name = cursor.word("a field");
  const start = doc.startBefore(name);
  const type = cursor.word(`the type of "${name.text}"`);
  // `Unsupported("circle")` is the only type with arguments.
  let argument: string | null = null;
  if (cursor.take("(")) {
    argument = cursor.next().text;
    cursor.expect(")", `behind the type of "${name.text}"`);
  }
  let list = false;
  let optional = false;
  if (cursor.take("[")) {
    cursor.expect("]", `of the list "${name.text}"`);
    list = true;
  }
  if (cursor.take("?")) optional = true;
  const attributes: AttributeSyntax[] = [];
  while (cursor.peek().text === "@") attributes.push(parseAttribute(cursor, cursor.next().start));
  return {
    name: name.text,
    type: type.text,
    argument,
    list,
    optional,
    attributes,
    line: lineAt(cursor.text, name.start),
    doc: doc.flush(),
    span: { start, end: cursor.finishLine() },
  };
}
