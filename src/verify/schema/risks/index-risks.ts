import { type CreatedIndex, quotedNames } from "../created.js";
import { part } from "./column-risks.js";
import { locked } from "./rename-risks.js";
import type { Risk } from "./risk.js";
import type { RiskContext } from "./risk-context.js";

/** Of an index over rows that stand. `rebuilt` says that its table is copied, which holds it already. */
export function indexRisks(
  index: CreatedIndex,
  rebuilt: boolean,
  { between, conversions, counts }: RiskContext,
): readonly Omit<Risk, "statement">[] {
  const { name, table, unique, over } = index;
  if (!between.tables.has(table)) return [];
  const columns = quotedNames(over);
  const altered = columns.some((column) => {
    const conversion = conversions.get(table)?.get(column);
    return conversion?.before === null || conversion?.fill != null || conversion?.cast != null;
  });
  const stood = between.indexes.some(
    (each) => each.table === table && each.unique && quotedNames(each.over).join() === columns.join(),
  );
  const reason = `"${name}" cannot be made where two rows hold equal values`;
  return [
    ...(unique && (altered || !stood) ? [part("data-dependent", reason, counts.twice(table, columns))] : []),
    ...(rebuilt ? [] : [part("locking", locked(table, name), counts.all(table))]),
  ];
}
