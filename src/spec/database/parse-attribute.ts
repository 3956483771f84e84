import type { Cursor } from "./cursor.js";
import type { ArgumentSyntax, AttributeSyntax } from "./schema-syntax.js";

/** Reads one attribute; the cursor stands behind its at-signs, which began at `start`. */
export function parseAttribute(cursor: Cursor, start: number): AttributeSyntax {
  let last = cursor.word("an attribute's name");
  let name = last.text;
  while (cursor.peek().text === "." && cursor.peek().start === last.end) {
    cursor.next();
    last = cursor.word("an attribute's name");
    name += `.${last.text}`;
  }
  if (cursor.peek().text !== "(") return { name, arguments: [], span: { start, end: last.end } };
  const open = cursor.next();
  const args: ArgumentSyntax[] = [];
  skipBlank(cursor);
  while (cursor.peek().text !== ")") {
    if (cursor.peek().kind === "end") throw cursor.fail(open, `The arguments of @${name} are not closed`);
    args.push(parseArgument(cursor));
    skipBlank(cursor);
    if (!cursor.take(",") && cursor.peek().text !== ")")
      throw cursor.fail(cursor.peek(), `Expected "," or ")" in the arguments of @${name}`);
    skipBlank(cursor);
  }
  return { name, arguments: args, span: { start, end: cursor.next().end } };
}

function parseArgument(cursor: Cursor): ArgumentSyntax {
  const named = cursor.peek().kind === "word" && cursor.peek(1).text === ":";
  const name = named ? cursor.next().text : null;
  if (named) cursor.next();
  skipBlank(cursor);
  const start = cursor.peek().start;
  let end = start;
  let depth = 0;
  const words: string[] = [];
  // An element's first word stands directly behind the bracket or a comma of the outer list.
  let fresh = false;
  for (;;) {
    const token = cursor.peek();
    if (token.kind === "end") throw cursor.fail(token, "An argument is not finished");
    if (depth === 0 && (token.text === "," || token.text === ")")) break;
    if (depth === 1 && fresh && token.kind === "word") words.push(token.text);
    if (token.text === "[" || token.text === "(" || token.text === "{") depth++;
    if (token.text === "]" || token.text === ")" || token.text === "}") depth--;
    if (token.kind !== "newline" && token.kind !== "comment")
      fresh = depth === 1 && (token.text === "[" || token.text === ",");
    end = token.end;
    cursor.next();
  }
  return { name, text: cursor.text.slice(start, end).trim(), words };
}

function skipBlank(cursor: Cursor): void {
  while (["newline", "comment", "doc"].includes(cursor.peek().kind)) cursor.next();
}
