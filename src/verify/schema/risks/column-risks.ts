import type { Conversion } from "../conversions.js";
import type { Risk, RiskCode } from "./risk.js";
import type { RiskContext } from "./risk-context.js";
import { strayValues } from "./stray-values.js";

type Part = Omit<Risk, "statement">;

/** A column whose values go with it. */
export function droppedColumn(table: string, name: string, { counts }: RiskContext): Part {
  return part(
    "destructive",
    `the values of "${table}"."${name}" are lost`,
    counts.where(table, `"${name}" IS NOT NULL`),
  );
}

/** A column that has to have values now: one that is new, or one that could be empty. */
export function requiredColumn(
  table: string,
  name: string,
  { before, after, fill }: Conversion,
  { counts }: RiskContext,
): readonly Part[] {
  if (before === null && fill === null && after.default !== null) return [];
  const empty = before === null ? [] : [`"${name}" IS NULL`];
  const unfilled = fill === null ? [] : [`(${fill.sql}) IS NULL`];
  const conditions = [...empty, ...unfilled];
  const reason =
    fill !== null
      ? `fails where a row of "${table}" gets no "${name}": what it is filled from is empty`
      : before === null
        ? `fails where "${table}" has rows: "${name}" is required and has no default`
        : `fails where a row of "${table}" has no "${name}"`;
  const rows = conditions.length === 0 ? counts.all(table) : counts.where(table, conditions.join(" AND "));
  return [
    ...(fill !== null && !fill.optional ? [] : [part("data-dependent", reason, rows)]),
    ...(after.default !== null
      ? []
      : [
          part(
            "backward-incompatible",
            `code of the version before writes rows of "${table}" without "${name}"`,
            null,
          ),
        ]),
  ];
}

/** A column whose values go into another type. */
export function retypedColumn(
  table: string,
  name: string,
  { before, after, cast }: Conversion,
  { counts, after: created, dialect }: RiskContext,
): readonly Part[] {
  if (before === null) return [];
  const full = `"${table}"."${name}"`;
  const labels = created.enums.get(after.type.replaceAll('"', ""));
  const stray = counts.where(table, strayValues(name, before.type, after.type, labels, dialect));
  const lost = `values of ${full} that have no equal in ${after.type} are lost, or stop the migration`;
  return [
    ...(cast === null || cast.verdict === "loses" ? [part("destructive", lost, stray)] : []),
    ...(cast?.verdict === "fails"
      ? [part("data-dependent", `fails where a value of ${full} does not fit the new type`, stray)]
      : []),
    part("backward-incompatible", `code of the version before does not know the type of ${full}`, null),
  ];
}

export function part(code: RiskCode, reason: string, rows: string | null): Part {
  return { code, reason, rows };
}
