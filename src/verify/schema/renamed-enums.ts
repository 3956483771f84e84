import { columnOf } from "../../spec/database/column-of.js";
import type { DatabaseSpec } from "../../spec/database/database-spec.js";
import { nameMap, type Renames } from "../../spec/renames.js";
import type { Created } from "./created.js";
import { quoted } from "./quoted.js";
import { type Pair, renameOrder } from "./rename-order.js";

/** PostgreSQL: types and labels of enums under their new names. Both databases list the same enums in the same order. */
export function renamedTypes(before: Created, after: Created): readonly string[] {
  const now = [...after.enums];
  const types = [...before.enums].map(([name, labels], index) => {
    const [to, next] = now[index] ?? [name, labels];
    return { name, to, labels: labels.map((label, at): Pair => [label, next[at] ?? label]) };
  });
  return [
    ...renameOrder(types.map(({ name, to }): Pair => [name, to])).map(
      ([from, to]) => `ALTER TYPE "${from}" RENAME TO "${to}"`,
    ),
    ...types.flatMap(({ to: type, labels }) =>
      renameOrder(labels).map(
        ([from, to]) => `ALTER TYPE "${type}" RENAME VALUE ${quoted(from)} TO ${quoted(to)}`,
      ),
    ),
  ];
}

/** SQLite holds values of enums as text: the rows are rewritten. Tables and columns have their new names already. */
export function renamedValues(
  base: DatabaseSpec,
  renamed: DatabaseSpec,
  renames: Renames,
): readonly string[] {
  const values = nameMap(renames.values);
  const enums = new Map(nameMap(renames.enums));
  const labels = new Map(
    [...base.enums.values()].map((block) => [
      enums.get(block.name) ?? block.name,
      block.values.flatMap((value, index): readonly Pair[] => {
        const to = values.get(`${block.name}.${value}`);
        // A value that `@map` names apart keeps its name in the database.
        return to === undefined || block.labels[index] !== value ? [] : [[value, to]];
      }),
    ]),
  );
  return [...renamed.models.values()].flatMap(({ table, fields }) =>
    fields.flatMap((field) => {
      const pairs = labels.get(field.type) ?? [];
      if (pairs.length === 0) return [];
      const column = `"${columnOf(field)}"`;
      const cases = pairs.map(([from, to]) => `WHEN ${quoted(from)} THEN ${quoted(to)}`).join(" ");
      const all = pairs.map(([from]) => quoted(from)).join(", ");
      return [`UPDATE "${table}" SET ${column} = CASE ${column} ${cases} END WHERE ${column} IN (${all})`];
    }),
  );
}
