/** The statements of a script that Prisma's schema engine wrote, comments left out. */
export function statementsOf(sql: string): readonly string[] {
  const statements: string[] = [];
  let current = "";
  for (const token of sql.match(/--[^\n]*|'(?:[^']|'')*'|"(?:[^"]|"")*"|;|[^;'"-]+|-/g) ?? []) {
    if (token.startsWith("--")) continue;
    if (token === ";") {
      statements.push(current.trim());
      current = "";
    } else current += token;
  }
  statements.push(current.trim());
  return statements.filter((statement) => statement !== "");
}
