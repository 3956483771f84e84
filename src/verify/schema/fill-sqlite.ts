import type { Conversion, Conversions } from "./conversions.js";
import { quotedNames } from "./created.js";
import { splitClauses } from "./split-clauses.js";

/** SQLite copies a table into a new one: values are made while they are copied. Null where the engine's own statement does. */
export function fillSqlite(statement: string, conversions: Conversions): readonly string[] | null {
  const [, added, column = ""] = /^ALTER TABLE "(.+?)" ADD COLUMN "(.+?)"/.exec(statement) ?? [];
  if (added !== undefined) {
    const fill = conversions.get(added)?.get(column)?.fill ?? null;
    return fill === null ? null : [statement, `UPDATE "${added}" SET "${column}" = ${fill.sql}`];
  }
  const [, into = "", names = "", values = "", table = ""] =
    /^INSERT INTO "new_(.+?)" \((.+?)\) SELECT (.+) FROM "(.+?)"$/s.exec(statement) ?? [];
  const columns = conversions.get(table);
  if (columns === undefined) return null;
  const copied = new Map(quotedNames(names).map((name, index) => [name, splitClauses(values)[index] ?? ""]));
  let own = false;
  for (const [name, conversion] of columns) {
    const value = valueOf(name, conversion);
    if (value === null) continue;
    copied.set(name, `${value} AS "${name}"`);
    own = true;
  }
  if (!own) return null;
  const list = [...copied.keys()].map((name) => `"${name}"`).join(", ");
  return [`INSERT INTO "new_${into}" (${list}) SELECT ${[...copied.values()].join(", ")} FROM "${table}"`];
}

function valueOf(name: string, { before, after, fill, cast }: Conversion): string | null {
  if (before === null) return fill?.sql ?? null;
  const old = cast?.sql ?? null;
  if (fill !== null && after.required && !before.required)
    return `coalesce(${old ?? `"${name}"`}, ${fill.sql})`;
  return old;
}
