import { type Backfill, columnKey } from "../../spec/backfills.js";
import { columnOf } from "../../spec/database/column-of.js";
import { backfillSql, type FillSql, type Sides } from "./backfill-sql.js";
import { type Cast, castOf } from "./cast.js";
import { impliedBackfills } from "./implied-backfills.js";
import type { Column } from "./table-columns.js";
import { storedType } from "./type-family.js";

/** What happens to the values of one column that is new, has to have values now, or changes its type. */
export interface Conversion {
  /** Null for a column that is new. */
  readonly before: Column | null;
  readonly after: Column;
  /** For rows that have no value. */
  readonly fill: FillSql | null;
  /** Null where the type stays, or where values go with the old column. */
  readonly cast: Cast | null;
}

/** Table → column → what happens to it; names are the head's. */
export type Conversions = ReadonlyMap<string, ReadonlyMap<string, Conversion>>;

/** Why a migration is not written. */
export interface Refusal {
  readonly reason: string;
  readonly remedy: string;
}

/** `lossy` names the fields of which a person said that values may be lost. */
export function conversionsOf(
  sides: Sides,
  backfills: readonly Backfill[],
  lossy: readonly string[],
): { readonly conversions: Conversions; readonly refusals: readonly Refusal[] } {
  const asked = new Map([...impliedBackfills(sides), ...backfills].map((each) => [columnKey(each), each]));
  const refusals: Refusal[] = [];
  const conversions = new Map<string, Map<string, Conversion>>();
  for (const model of sides.head.models.values()) {
    const old = sides.between.tables.get(model.table);
    if (old === undefined) continue;
    const columns = new Map<string, Conversion>();
    for (const field of model.fields) {
      const name = columnOf(field);
      const key = columnKey({ model: model.name, field: field.name });
      const after = sides.after.tables.get(model.table)?.columns.get(name);
      if (after === undefined) continue;
      const before = old.columns.get(name) ?? null;
      const backfill = asked.get(key);
      const fill = backfill === undefined ? null : backfillSql(backfill, model, after, sides);
      if (typeof fill === "string") refusals.push({ reason: fill, remedy: "Give another value." });
      const [from, to] = [storedType(before?.type ?? after.type), storedType(after.type)];
      const cast = from === to ? null : castOf(from, to, `"${name}"`, sides.dialect);
      if (before !== null && cast !== null && !lossy.includes(key))
        refusals.push(...refusalOf(key, before, after, cast));
      const kept = typeof fill === "string" ? null : fill;
      columns.set(name, { before, after, fill: kept, cast: cast?.sql === null ? null : cast });
    }
    conversions.set(model.table, columns);
  }
  return { conversions, refusals };
}

function refusalOf(key: string, before: Column, after: Column, { verdict }: Cast): readonly Refusal[] {
  if (verdict === "keeps" || verdict === "fails") return [];
  const types = `${before.type.replaceAll('"', "")} to ${after.type.replaceAll('"', "")}`;
  return [
    {
      reason:
        verdict === "none"
          ? `${key} cannot go from ${types}: no value has a place there`
          : `${key} may lose values on its way from ${types}`,
      remedy: "Say that its values may be lost, or add another field and fill it from this one.",
    },
  ];
}
