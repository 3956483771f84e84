import { columnOf } from "../../../spec/database/column-of.js";
import type { Narrowed, Narrowing } from "../../../spec/narrowings.js";
import type { Sides } from "../backfill-sql.js";
import { quoted } from "../quoted.js";
import type { Dialect } from "../schema-engine.js";
import type { Risk } from "./risk.js";
import type { RiskContext } from "./risk-context.js";

/** Rows that stand may hold what the backend takes no more: the database does not look, whoever reads them does. */
export function narrowingRisks(
  narrowings: readonly Narrowing[],
  { head }: Sides,
  { counts, between, dialect }: RiskContext,
): readonly Risk[] {
  return narrowings.flatMap(({ model, field: name, to }): readonly Risk[] => {
    const table = head.models.get(model)?.table ?? model;
    const field = head.models.get(model)?.fields.find((each) => each.name === name);
    const column = field === undefined ? name : columnOf(field);
    if (!between.tables.get(table)?.columns.has(column)) return [];
    const condition = outside(`"${column}"`, to, dialect);
    const reason = `answers that show a row whose "${table}"."${column}" is not ${wordsFor(to)} are refused`;
    const rows = condition === null ? null : counts.where(table, condition);
    return [{ code: "data-dependent", statement: "", reason, rows }];
  });
}

/** The condition for values that are no more allowed; null where no query of the dialect can tell. */
function outside(column: string, to: Narrowed, dialect: Dialect): string | null {
  const text = `CAST(${column} AS TEXT)`;
  switch (to.kind) {
    case "values":
      return `${text} NOT IN (${to.values.map(quoted).join(", ")})`;
    case "format":
      return FORMATS[to.format]?.(text) ?? null;
    case "pattern":
      return dialect === "sqlite" ? null : `${text} !~ ${quoted(to.pattern)}`;
    case "bound": {
      const value = to.of === "length" ? `length(${text})` : column;
      const least = to.least === null ? [] : [`${value} < ${to.least}`];
      const most = to.most === null ? [] : [`${value} > ${to.most}`];
      return [...least, ...most].join(" OR ");
    }
  }
}

const FORMATS: Readonly<Record<string, (text: string) => string>> = {
  uuid: (text) => `length(${text}) <> 36`,
  email: (text) => `${text} NOT LIKE '%_@_%'`,
  uri: (text) => `${text} NOT LIKE '%_:_%'`,
};

function wordsFor(to: Narrowed): string {
  switch (to.kind) {
    case "values":
      return `one of ${to.values.join(", ")}`;
    case "format":
      return `of the format ${to.format}`;
    case "pattern":
      return `of the pattern ${to.pattern}`;
    case "bound":
      return [to.least === null ? "" : `at least ${to.least}`, to.most === null ? "" : `at most ${to.most}`]
        .filter((each) => each !== "")
        .join(" and ")
        .concat(to.of === "length" ? " letters long" : "");
  }
}
