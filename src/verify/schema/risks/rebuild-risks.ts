import { droppedColumn, part, requiredColumn, retypedColumn } from "./column-risks.js";
import { sameEnds } from "./postgres-risks.js";
import type { Risk } from "./risk.js";
import type { RiskContext } from "./risk-context.js";

type Part = Omit<Risk, "statement">;

/** SQLite changes a table by copying it into a new one; what the copy leaves out is lost. */
export function rebuildRisks(table: string, context: RiskContext): readonly Part[] {
  const { between, after, conversions, counts } = context;
  const before = between.tables.get(table)?.columns ?? new Map();
  const columns = [...(conversions.get(table) ?? [])];
  const keys = after.keys.filter(
    (key) => key.table === table && !between.keys.some((each) => each.table === table && sameEnds(each, key)),
  );
  const key = after.tables.get(table)?.keyColumns ?? [];
  const sameKey = key.join() === between.tables.get(table)?.keyColumns.join();
  const twice = `the primary key of "${table}" cannot be made where two rows hold equal values`;
  return [
    part("locking", `"${table}" is copied whole and takes no writes meanwhile`, counts.all(table)),
    ...[...before.keys()]
      .filter((name) => after.tables.get(table)?.columns.has(name) !== true)
      .map((name) => droppedColumn(table, name, context)),
    ...columns.flatMap(([name, conversion]) => [
      ...(conversion.after.required && conversion.before?.required !== true
        ? requiredColumn(table, name, conversion, context)
        : []),
      ...(conversion.before !== null && conversion.before.type !== conversion.after.type
        ? retypedColumn(table, name, conversion, context)
        : []),
    ]),
    ...(sameKey ? [] : [part("data-dependent", twice, counts.twice(table, key))]),
    ...keys.map((key) =>
      part(
        "data-dependent",
        `a row of "${table}" that points at nothing stays so ("${key.name}"): SQLite does not look while it copies`,
        counts.orphans(key),
      ),
    ),
  ];
}
