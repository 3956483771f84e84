import type { Conversions } from "./conversions.js";
import { type Created, indexOf } from "./created.js";
import { fillPostgres } from "./fill-postgres.js";
import { fillSqlite } from "./fill-sqlite.js";
import type { Dialect } from "./schema-engine.js";
import { statementsOf } from "./split-statements.js";

/** The engine's script with values for the rows that stand. What needs none of that stays as the engine wrote it. */
export function rewriteScript(
  script: string,
  between: Created,
  conversions: Conversions,
  dialect: Dialect,
): string {
  return statementsOf(script).reduce((text, statement) => {
    const now = rewritten(statement, between, conversions, dialect);
    if (now === null) return text;
    // As a function, because a replacement text gives a meaning to "$".
    if (now.length > 0) return text.replace(`${statement};`, () => now.map((each) => `${each};`).join("\n"));
    return text.replace(new RegExp(`(-- .*\\n)?${escaped(statement)};\\n*`), "");
  }, script);
}

function rewritten(
  statement: string,
  between: Created,
  conversions: Conversions,
  dialect: Dialect,
): readonly string[] | null {
  if (dialect === "sqlite") return fillSqlite(statement, conversions);
  if (standsAlready(statement, between, conversions)) return [];
  // A new value cannot be used before what adds it is committed, and scripts are sent as one.
  if (/^ALTER TYPE .+ ADD VALUE /.test(statement)) return ["BEGIN", statement, "COMMIT"];
  return fillPostgres(statement, conversions);
}

/** The engine makes indexes of a column again that it drops; they stay where a cast keeps the column. */
function standsAlready(statement: string, between: Created, conversions: Conversions): boolean {
  return indexOf(statement).some(
    (index) =>
      between.indexes.some((each) => each.statement === statement) &&
      [...(conversions.get(index.table) ?? [])].some(
        ([name, { cast }]) => cast !== null && index.over.includes(`"${name}"`),
      ),
  );
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
