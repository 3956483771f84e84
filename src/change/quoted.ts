/** What stands in double quotes, with `\"`, `\\` and `\n` as in JSON; null for anything else, and for nothing. */
export function parseQuoted(text: string | undefined): string | null {
  if (text === undefined || !/^"(?:[^"\\]|\\["\\n])+"$/.test(text)) return null;
  const plain = text.slice(1, -1).replace(/\\(["\\n])/g, (_, mark: string) => (mark === "n" ? "\n" : mark));
  return plain.trim() === "" ? null : plain;
}

export function printQuoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n")}"`;
}
