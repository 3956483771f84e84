import { type Columns, columnsOf } from "./table-columns.js";

/** What a script that creates a whole database makes, by the names it gives. */
export interface Created {
  readonly tables: ReadonlyMap<string, CreatedTable>;
  readonly indexes: readonly CreatedIndex[];
  readonly keys: readonly CreatedKey[];
  /** Type → labels. */
  readonly enums: ReadonlyMap<string, readonly string[]>;
}

export interface CreatedTable {
  readonly columns: Columns;
  /** Name of the constraint; null where it has none of its own. */
  readonly primaryKey: string | null;
  /** The columns of its primary key. */
  readonly keyColumns: readonly string[];
}

export interface CreatedIndex {
  readonly name: string;
  readonly table: string;
  readonly unique: boolean;
  /** The columns in parentheses, as written. */
  readonly over: string;
  readonly statement: string;
}

/** A foreign key. */
export interface CreatedKey {
  readonly name: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly target: string;
  readonly references: readonly string[];
  /** As SQL that adds it to a table that stands; null where the dialect knows it inside of its table only. */
  readonly statement: string | null;
}

export function readCreated(statements: readonly string[]): Created {
  const tables = new Map<string, CreatedTable>();
  const indexes: CreatedIndex[] = [];
  const keys: CreatedKey[] = [];
  const enums = new Map<string, readonly string[]>();
  for (const statement of statements) {
    const table = /^CREATE TABLE (?:"\w+"\.)?"(.+?)"/.exec(statement)?.[1];
    if (table !== undefined) {
      const primaryKey = /CONSTRAINT "(.+?)" PRIMARY KEY/.exec(statement)?.[1] ?? null;
      tables.set(table, { columns: columnsOf(statement), primaryKey, keyColumns: keyColumnsOf(statement) });
      keys.push(...keysOf(statement, table, false));
      continue;
    }
    const altered = /^ALTER TABLE (?:"\w+"\.)?"(.+?)" ADD/.exec(statement)?.[1];
    if (altered !== undefined) keys.push(...keysOf(statement, altered, true));
    indexes.push(...indexOf(statement));
    const [, type, labels] = /^CREATE TYPE (?:"\w+"\.)?"(.+?)" AS ENUM \((.*)\)$/s.exec(statement) ?? [];
    if (type !== undefined)
      enums.set(
        type,
        [...(labels ?? "").matchAll(/'((?:[^']|'')*)'/g)].map(([, label = ""]) =>
          label.replaceAll("''", "'"),
        ),
      );
  }
  return { tables, indexes, keys, enums };
}

function keyColumnsOf(statement: string): readonly string[] {
  const own = /^\s+"(.+?)" .*PRIMARY KEY(?! \()/m.exec(statement)?.[1];
  return own === undefined ? quotedNames(/PRIMARY KEY \((.+?)\)/.exec(statement)?.[1] ?? "") : [own];
}

export function indexOf(statement: string): readonly CreatedIndex[] {
  const match = /^CREATE (UNIQUE )?INDEX "(.+?)" ON (?:"\w+"\.)?"(.+?)"(.*)$/s.exec(statement);
  if (match === null) return [];
  const [, unique, name = "", table = "", over = ""] = match;
  return [{ name, table, unique: unique !== undefined, over, statement }];
}

const KEY = /CONSTRAINT "(.+?)" FOREIGN KEY \((.+?)\) REFERENCES (?:"\w+"\.)?"([^"]+?)" ?\((.+?)\)/g;

function keysOf(statement: string, table: string, own: boolean): readonly CreatedKey[] {
  return [...statement.matchAll(KEY)].map(([, name = "", columns = "", target = "", references = ""]) => ({
    name,
    table,
    columns: quotedNames(columns),
    target,
    references: quotedNames(references),
    statement: own ? statement : null,
  }));
}

export function quotedNames(list: string): readonly string[] {
  return [...list.matchAll(/"(.+?)"/g)].map(([, name = ""]) => name);
}
