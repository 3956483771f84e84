import { columnOf } from "../../../spec/database/column-of.js";
import { quoted } from "../quoted.js";
import type { Sides } from "../backfill-sql.js";
import { part } from "./column-risks.js";
import type { Risk } from "./risk.js";
import type { RiskContext } from "./risk-context.js";

/** Of an enum that loses values: PostgreSQL makes it again without them. */
export function enumRisks(type: string, context: RiskContext): readonly Omit<Risk, "statement">[] {
  const { between, after, counts } = context;
  const kept = new Set(after.enums.get(type) ?? []);
  const lost = (between.enums.get(type) ?? []).filter((label) => !kept.has(label));
  const list = lost.map(quoted).join(", ");
  const queries = [...between.tables].flatMap(([table, { columns }]) =>
    [...columns]
      .filter(([, column]) => column.type === `"${type}"`)
      .map(([name]) => `(${counts.where(table, `CAST("${name}" AS TEXT) IN (${list})`)})`),
  );
  const rows = queries.length === 0 ? null : `SELECT ${queries.join(" + ")} AS count`;
  return [
    part("data-dependent", `fails where a row holds a value that "${type}" loses`, rows),
    part("backward-incompatible", `code of the version before writes values that "${type}" loses`, null),
  ];
}

/** SQLite keeps enums as text and checks nothing: rows may hold what the code that comes cannot read. */
export function textRisks({ renamed, head }: Sides, { between, counts }: RiskContext): readonly Risk[] {
  return [...head.models.values()].flatMap(({ name: model, table, fields }) =>
    fields.flatMap((field): readonly Risk[] => {
      const labels = head.enums.get(field.type)?.labels;
      const before = renamed.models.get(model)?.fields.find(({ name }) => name === field.name);
      const column = columnOf(field);
      if (labels === undefined || before === undefined || !between.tables.get(table)?.columns.has(column))
        return [];
      const known = renamed.enums.get(before.type)?.labels;
      if (known?.every((label) => labels.includes(label)) === true) return [];
      const condition = `"${column}" NOT IN (${labels.map(quoted).join(", ")})`;
      const reason = `code of this version cannot read a row whose "${table}"."${column}" is no ${field.type}`;
      return [{ code: "data-dependent", statement: "", reason, rows: counts.where(table, condition) }];
    }),
  );
}
