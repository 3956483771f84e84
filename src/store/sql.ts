/** One database, spoken to in SQL. pg-boss takes it as its `db`, so its jobs live next to our own tables. */
export interface Sql {
  /** With values it is one prepared statement; without any it may be several statements. */
  executeSql(text: string, values?: readonly unknown[]): Promise<{ rows: Row[] }>;
  /** On the embedded store nothing else gets through while it is open: never wait for another client inside. */
  transaction<T>(work: (sql: Pick<Sql, "executeSql">) => Promise<T>): Promise<T>;
}

export type Row = Record<string, unknown>;
