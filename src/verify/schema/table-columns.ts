export interface Column {
  readonly type: string;
  readonly required: boolean;
  readonly defaulted: boolean;
}

export type Columns = ReadonlyMap<string, Column>;

/** The columns of a CREATE TABLE statement as Prisma's schema engine writes it, one per line. */
export function columnsOf(statement: string): Columns {
  const columns = new Map<string, Column>();
  for (const line of statement.split("\n").slice(1)) {
    const match = /^\s+"(.+?)" (\S+)(.*?),?$/.exec(line);
    if (match === null) continue;
    const [, name = "", type = "", rest = ""] = match;
    columns.set(name, {
      type,
      required: / NOT NULL| PRIMARY KEY/.test(rest),
      defaulted: / DEFAULT /.test(rest),
    });
  }
  return columns;
}

/** Table name → columns, from the script that creates a whole database. */
export function tablesOf(statements: readonly string[]): ReadonlyMap<string, Columns> {
  const tables = new Map<string, Columns>();
  for (const statement of statements) {
    const name = /^CREATE TABLE (?:"\w+"\.)?"(.+?)"/.exec(statement)?.[1];
    if (name !== undefined) tables.set(name, columnsOf(statement));
  }
  return tables;
}
