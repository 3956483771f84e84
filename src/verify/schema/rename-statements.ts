import type { NameMap } from "../../spec/renames.js";
import type { Created, CreatedIndex, CreatedKey } from "./created.js";
import { type Pair, renameOrder } from "./rename-order.js";
import type { Dialect } from "./schema-engine.js";
import { sequenceName } from "./sequence-name.js";
import type { TableRenames } from "./table-renames.js";

/**
 * The statements that give tables and columns their new names, and whatever is named after them. Both databases are
 * as the engine makes them, before and after the renames and nothing else, so that its own naming is asked for and
 * never imitated.
 */
export function renameStatements(
  before: Created,
  after: Created,
  renames: TableRenames,
  dialect: Dialect,
): readonly string[] {
  const tables = renameOrder([...renames.tables]).map(
    ([from, to]) => `ALTER TABLE "${from}" RENAME TO "${to}"`,
  );
  const columns = [...renames.columns].flatMap(([table, names]) =>
    renameOrder([...names]).map(([from, to]) => `ALTER TABLE "${table}" RENAME COLUMN "${from}" TO "${to}"`),
  );
  const stay = before.indexes.filter(({ table }) => !renames.turned.has(renames.tables.get(table) ?? table));
  const indexes = pairs(stay, after.indexes, indexMark, renames);
  const anew = turnedAround(before, after, renames);
  if (dialect === "sqlite") return [...tables, ...columns, ...indexesAnew(indexes), ...anew];
  const named = [...primaryKeys(before, after, renames), ...indexes.map(namesOfPair)];
  return [
    ...tables,
    ...columns,
    ...renameOrder(named).map(([from, to]) => `ALTER INDEX "${from}" RENAME TO "${to}"`),
    ...anew,
    ...renamedKeys(before, after, renames),
    ...renamedSequences(before, renames),
  ];
}

function namesOfPair([from, to]: readonly [{ readonly name: string }, { readonly name: string }]): Pair {
  return [from.name, to.name];
}

/** What stands over the two columns of a many-to-many relation has an order, so it is made again behind a turn. */
function turnedAround(before: Created, after: Created, { tables, turned }: TableRenames): readonly string[] {
  return [...tables].flatMap(([old, table]) => {
    if (!turned.has(table)) return [];
    const key = after.tables.get(table)?.primaryKey ?? null;
    return [
      ...before.indexes.filter((index) => index.table === old).map(({ name }) => `DROP INDEX "${name}"`),
      ...(key === null
        ? []
        : [
            `ALTER TABLE "${table}" DROP CONSTRAINT "${key}"`,
            `ALTER TABLE "${table}" ADD CONSTRAINT "${key}" PRIMARY KEY ("A","B")`,
          ]),
      ...after.indexes.filter((index) => index.table === table).map(({ statement }) => statement),
    ];
  });
}

/** Things of the same mark before and after; each is taken once, and one that keeps its name comes first. */
function pairs<T extends { readonly name: string }>(
  before: readonly T[],
  after: readonly T[],
  mark: (each: T, renames: TableRenames | null) => string,
  renames: TableRenames,
): readonly (readonly [T, T])[] {
  const open = new Set(after);
  const found: (readonly [T, T])[] = [];
  for (const each of before) {
    const same = [...open].filter((other) => mark(other, null) === mark(each, renames));
    const now = same.find(({ name }) => name === each.name) ?? same[0];
    if (now === undefined) continue;
    open.delete(now);
    if (now.name !== each.name) found.push([each, now]);
  }
  return found;
}

function indexMark({ table, unique, over }: CreatedIndex, renames: TableRenames | null): string {
  const names = namesOf(table, renames);
  const list = over.replace(/"(.+?)"/g, (_, name: string) => `"${names.columns.get(name) ?? name}"`);
  return JSON.stringify([names.table, unique, list]);
}

function keyMark({ table, columns, target }: CreatedKey, renames: TableRenames | null): string {
  const names = namesOf(table, renames);
  return JSON.stringify([
    names.table,
    columns.map((name) => names.columns.get(name) ?? name),
    namesOf(target, renames).table,
  ]);
}

const NO_NAMES: NameMap = new Map();

function namesOf(
  table: string,
  renames: TableRenames | null,
): { readonly table: string; readonly columns: NameMap } {
  const now = renames?.tables.get(table) ?? table;
  return { table: now, columns: renames?.columns.get(now) ?? NO_NAMES };
}

/** SQLite cannot rename an index. */
function indexesAnew(indexes: readonly (readonly [CreatedIndex, CreatedIndex])[]): readonly string[] {
  return [
    ...indexes.map(([{ name }]) => `DROP INDEX "${name}"`),
    ...indexes.map(([, { statement }]) => statement),
  ];
}

/** A primary key is an index by the same name, and those share one name space. */
function primaryKeys(before: Created, after: Created, renames: TableRenames): readonly Pair[] {
  return [...renames.tables].flatMap(([old, table]): readonly Pair[] => {
    const from = before.tables.get(old)?.primaryKey ?? null;
    const to = after.tables.get(table)?.primaryKey ?? null;
    return from === null || to === null ? [] : [[from, to]];
  });
}

/** Names of foreign keys have to differ within their table only. */
function renamedKeys(before: Created, after: Created, renames: TableRenames): readonly string[] {
  const keys = pairs(before.keys, after.keys, keyMark, renames);
  return [...renames.tables.values()].flatMap((table) =>
    renameOrder(keys.filter(([, now]) => now.table === table).map(namesOfPair)).map(
      ([from, to]) => `ALTER TABLE "${table}" RENAME CONSTRAINT "${from}" TO "${to}"`,
    ),
  );
}

/** PostgreSQL names the sequence behind a counting column after table and column. */
function renamedSequences(before: Created, renames: TableRenames): readonly string[] {
  const names = [...renames.tables].flatMap(([old, table]) =>
    [...(before.tables.get(old)?.columns ?? [])]
      .filter(([, { type }]) => /^(SMALL|BIG)?SERIAL$/.test(type))
      .map(([column]): Pair => {
        const now = renames.columns.get(table)?.get(column) ?? column;
        return [sequenceName(old, column), sequenceName(table, now)];
      }),
  );
  return renameOrder(names).map(([from, to]) => `ALTER SEQUENCE IF EXISTS "${from}" RENAME TO "${to}"`);
}
