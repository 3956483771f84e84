import type { Backfill, BackfillValue } from "../../spec/backfills.js";
import { columnOf } from "../../spec/database/column-of.js";
import type { Field } from "../../spec/database/database-spec.js";
import { defaultOf } from "../../spec/database/default-value.js";
import type { Sides } from "./backfill-sql.js";

/**
 * Values that the head's schema says itself: Prisma fills them into new rows, the database does not, and rows that
 * stand already need them as much.
 */
export function impliedBackfills({ head, between, after }: Sides): readonly Backfill[] {
  return [...head.models.values()].flatMap((model) => {
    const old = between.tables.get(model.table)?.columns;
    const now = after.tables.get(model.table)?.columns;
    if (old === undefined) return [];
    return model.fields.flatMap((field) => {
      const column = now?.get(columnOf(field));
      const before = old.get(columnOf(field));
      if (column?.required !== true || before?.required === true) return [];
      const value = impliedBy(field, before === undefined, column.default);
      return value === null ? [] : [{ model: model.name, field: field.name, value }];
    });
  });
}

/** The database fills a new column with its default itself; nothing does where the column stood without values. */
function impliedBy(field: Field, fresh: boolean, written: string | null): BackfillValue | null {
  if (written !== null) return fresh ? null : { kind: "default" };
  if (field.attributes.some(({ name }) => name === "updatedAt")) return { kind: "now" };
  const value = defaultOf(field) ?? "";
  return /^uuid\(4?\)$/.test(value) ? { kind: "uuid" } : null;
}
