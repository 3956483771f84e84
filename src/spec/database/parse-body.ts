import type { Cursor } from "./cursor.js";
import { readBanners } from "./read-banners.js";
import { LeadingDoc } from "./leading-doc.js";
import { parseAttribute } from "./parse-attribute.js";
import { parseField } from "./parse-field.js";
import type { AttributeSyntax, BlockSyntax, FieldSyntax } from "./schema-syntax.js";
import type { Token } from "./tokenize.js";

type Body = Pick<BlockSyntax, "fields" | "attributes" | "banners" | "values" | "labels" | "settings"> & {
  readonly end: number;
};

/** Reads what stands between a block's braces, and the closing one. */
export function parseBody(cursor: Cursor, keyword: string, owner: Token): Body {
  const fields: FieldSyntax[] = [];
  const attributes: AttributeSyntax[] = [];
  const values: string[] = [];
  const labels: string[] = [];
  const settings = new Map<string, string>();
  const doc = new LeadingDoc(cursor);
  const open = cursor.peek().start;
  while (cursor.peek().text !== "}" || cursor.peek().kind !== "mark") {
    if (cursor.peek().kind === "end") throw cursor.fail(owner, `${keyword} ${owner.text} is not closed`);
    if (doc.takeTrivia()) continue;
    if (cursor.peek().text === "@") {
      attributes.push(parseBlockAttribute(cursor));
      doc.flush();
    } else if (keyword === "enum") {
      const { value, label } = parseValue(cursor);
      values.push(value);
      labels.push(label);
    } else if (keyword === "datasource" || keyword === "generator") parseSetting(cursor, settings);
    else fields.push(parseField(cursor, doc));
    endLine(cursor);
  }
  const end = cursor.next();
  const banners = readBanners(cursor.text, { start: open, end: end.start });
  return { fields, attributes, banners, values, labels, settings, end: end.end };
}

function parseBlockAttribute(cursor: Cursor): AttributeSyntax {
  const at = cursor.next();
  const start = cursor.lineStart(at);
  cursor.expect("@", "of a block attribute");
  const attribute = parseAttribute(cursor, start);
  return { ...attribute, span: { start, end: cursor.finishLine() } };
}

function parseValue(cursor: Cursor): { readonly value: string; readonly label: string } {
  const value = cursor.word("a value of the enum").text;
  let label = value;
  while (cursor.peek().text === "@") {
    const { name, arguments: all } = parseAttribute(cursor, cursor.next().start);
    if (name === "map") label = all[0]?.text.replace(/^"|"$/g, "") ?? value;
  }
  cursor.finishLine();
  return { value, label };
}

function parseSetting(cursor: Cursor, settings: Map<string, string>): void {
  const name = cursor.word("a setting");
  cursor.expect("=", `behind "${name.text}"`);
  const start = cursor.peek().start;
  let end = start;
  let depth = 0;
  while (
    cursor.peek().kind !== "end" &&
    (depth > 0 || !["newline", "comment"].includes(cursor.peek().kind))
  ) {
    const token = cursor.next();
    if (token.text === "[" || token.text === "(") depth++;
    if (token.text === "]" || token.text === ")") depth--;
    end = token.end;
  }
  cursor.finishLine();
  settings.set(name.text, cursor.text.slice(start, end));
}

function endLine(cursor: Cursor): void {
  const token = cursor.peek();
  if (token.kind === "newline" || token.kind === "comment" || token.text === "}") return;
  throw cursor.fail(token, `"${token.text}" is not understood here`);
}
