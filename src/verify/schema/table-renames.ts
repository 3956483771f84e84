import type { DatabaseSpec, Field } from "../../spec/database/database-spec.js";
import type { NameMap, Renames } from "../../spec/renames.js";
import { nameMap } from "../../spec/renames.js";
import type { Created } from "./created.js";
import type { Pair } from "./rename-order.js";

/** How tables and columns go from one database to another that differs in names only. */
export interface TableRenames {
  /** Every table that stays: old name → new name, equal ones included. */
  readonly tables: NameMap;
  /** New name of the table → its columns, old → new, where they differ. */
  readonly columns: ReadonlyMap<string, NameMap>;
  /** Tables, under their new names, of many-to-many relations whose two columns change places. */
  readonly turned: ReadonlySet<string>;
}

/**
 * Tables of models by the models' names; the tables of many-to-many relations by what they connect, because their
 * names, and which of the two columns is "A", follow the alphabet.
 */
export function tableRenames(
  base: DatabaseSpec,
  renamed: DatabaseSpec,
  renames: Renames,
  before: Created,
  after: Created,
): TableRenames {
  const models = nameMap(renames.models);
  const tables = new Map<string, string>();
  for (const model of base.models.values()) {
    const now = renamed.models.get(models.get(model.name) ?? model.name);
    if (now !== undefined && before.tables.has(model.table)) tables.set(model.table, now.table);
  }
  const columns = new Map<string, NameMap>();
  for (const [table, now] of tables) {
    const names = [...(after.tables.get(now)?.columns.keys() ?? [])];
    const old = [...(before.tables.get(table)?.columns.keys() ?? [])];
    const pairs = old.map((name, index): Pair => [name, names[index] ?? name]);
    const changed = pairs.filter(([from, to]) => from !== to);
    if (changed.length > 0) columns.set(now, new Map(changed));
  }
  const own = turnedSelfRelations(base, nameMap(renames.fields));
  const turned = new Set<string>();
  for (const table of before.tables.keys()) {
    if (tables.has(table)) continue;
    const now = junctionAfter(table, before, after, tables);
    if (now === null) continue;
    tables.set(table, now.table);
    if (!now.turned && !own.has(table)) continue;
    columns.set(now.table, new Map([A_TO_B, B_TO_A]));
    turned.add(now.table);
  }
  return { tables, columns, turned };
}

const A_TO_B: Pair = ["A", "B"];
const B_TO_A: Pair = ["B", "A"];

function junctionAfter(
  table: string,
  before: Created,
  after: Created,
  tables: NameMap,
): { readonly table: string; readonly turned: boolean } | null {
  const [a, b] = ends(table, before).map((end) => tables.get(end) ?? end);
  const fits = [...after.tables.keys()].filter((name) => {
    const [first, second] = ends(name, after);
    return first !== undefined && ((first === a && second === b) || (first === b && second === a));
  });
  // Several relations between the same two models carry names of their own, which stay.
  const now = fits.includes(table) ? table : fits.length === 1 ? fits[0] : undefined;
  if (now === undefined) return null;
  return { table: now, turned: ends(now, after)[0] !== a };
}

/** The tables that "A" and "B" of a junction point at; none for another table. */
function ends(table: string, { tables, keys }: Created): readonly string[] {
  const columns = [...(tables.get(table)?.columns.keys() ?? [])];
  if (columns.join() !== "A,B") return [];
  return ["A", "B"].flatMap(
    (column) => keys.find((key) => key.table === table && key.columns.join() === column)?.target ?? [],
  );
}

/** Tables of many-to-many relations of a model with itself, whose fields change their order in the alphabet. */
function turnedSelfRelations(base: DatabaseSpec, fields: NameMap): ReadonlySet<string> {
  const turned = new Set<string>();
  for (const model of base.models.values()) {
    const after = (field: Field): string => fields.get(`${model.name}.${field.name}`) ?? field.name;
    for (const field of model.fields) {
      const other = model.fields.find(({ name }) => name === field.relation?.opposite);
      if (field.type !== model.name || !field.list || other === undefined || !other.list) continue;
      if (field.name < other.name !== after(field) < after(other))
        turned.add(`_${field.relation?.name ?? ""}`);
    }
  }
  return turned;
}
