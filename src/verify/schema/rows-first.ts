import { statementsOf } from "./split-statements.js";

/**
 * The script with the new tables, and the types that they need, in front, and behind them the statements that fill
 * them: what those read may be dropped later in the script.
 */
export function rowsFirst(script: string, fills: readonly string[], known: ReadonlySet<string>): string {
  if (fills.length === 0) return script;
  const fresh = statementsOf(script).filter((statement) => {
    const table = /^CREATE TABLE (?:"\w+"\.)?"(.+?)"/.exec(statement)?.[1];
    const type = /^CREATE TYPE (?:"\w+"\.)?"(.+?)"/.exec(statement)?.[1];
    if (table !== undefined) return !known.has(table) && !known.has(table.replace(/^new_/, ""));
    return type !== undefined && !type.endsWith("_new");
  });
  const rest = fresh.reduce(
    (text, statement) =>
      text.replace(`${statement};`, () => "").replace(/^-- Create(Table|Enum)\n\n*(?=\n|$)/m, ""),
    script,
  );
  const front = fresh.map((statement) => `${statement};`).join("\n\n");
  const copied = fills.map((statement) => `${statement};`).join("\n");
  return `-- New tables, filled from rows that stand\n${front}\n\n${copied}\n\n${rest.trim()}`;
}
