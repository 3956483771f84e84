import type { Conversions } from "../conversions.js";
import type { Created, CreatedKey } from "../created.js";
import type { TableRenames } from "../table-renames.js";

/** Queries for the database before the migration, asked with the names that stand behind its renames. */
export class CountQueries {
  private readonly oldNames: ReadonlyMap<string, string>;

  public constructor(
    private readonly renames: TableRenames,
    private readonly before: Created,
    private readonly between: Created,
    private readonly conversions: Conversions,
  ) {
    this.oldNames = new Map([...renames.tables].map(([from, to]) => [to, from]));
  }

  public all(table: string): string {
    return `SELECT COUNT(*) FROM ${this.source(table)}`;
  }

  public where(table: string, condition: string): string {
    return `${this.all(table)} WHERE ${this.otherTables(condition)}`;
  }

  /** Combinations of values that several rows will have. */
  public twice(table: string, columns: readonly string[]): string {
    const list = columns.map((column) => `"${column}"`).join(", ");
    const filled = columns.map((column) => `"${column}" IS NOT NULL`).join(" AND ");
    return (
      `SELECT COUNT(*) FROM (SELECT ${list} FROM ${this.values(table, columns)} AS given ` +
      `WHERE ${filled} GROUP BY ${list} HAVING COUNT(*) > 1) AS twice`
    );
  }

  /** Rows whose foreign key will point at nothing. */
  public orphans(key: CreatedKey): string {
    const { table, columns, target, references } = key;
    const filled = columns.map((column) => `own."${column}" IS NOT NULL`).join(" AND ");
    const rows = `SELECT COUNT(*) FROM ${this.values(table, columns)} AS own WHERE ${filled}`;
    if (!this.between.tables.has(target)) return rows;
    const same = columns.map((column, index) => `other."${references[index] ?? ""}" = own."${column}"`);
    return `${rows} AND NOT EXISTS (SELECT 1 FROM ${this.source(target, "other")} WHERE ${same.join(" AND ")})`;
  }

  private values(table: string, columns: readonly string[]): string {
    const list = columns.map((column) => {
      const value = this.value(table, column);
      return value === `"${column}"` ? value : `${value} AS "${column}"`;
    });
    return `(SELECT ${list.join(", ")} FROM ${this.source(table)})`;
  }

  /** What a column will hold, as far as that can be said without failing on the way. */
  private value(table: string, column: string): string {
    const conversion = this.conversions.get(table)?.get(column);
    if (conversion === undefined) return `"${column}"`;
    const { before, after, fill, cast } = conversion;
    if (before === null) return fill === null ? (after.default ?? "NULL") : this.otherTables(fill.sql);
    const old = cast?.verdict === "keeps" ? (cast.sql ?? `"${column}"`) : `"${column}"`;
    return fill === null ? old : `coalesce(${old}, ${this.otherTables(fill.sql)})`;
  }

  private source(table: string, alias: string = `"${table}"`): string {
    const old = this.oldNames.get(table) ?? table;
    const names = this.renames.columns.get(table);
    if (names === undefined) return `"${old}"` === alias ? alias : `"${old}" AS ${alias}`;
    const columns = [...(this.before.tables.get(old)?.columns.keys() ?? [])].map((name) => {
      const now = names.get(name);
      return now === undefined ? `"${name}"` : `"${name}" AS "${now}"`;
    });
    return `(SELECT ${columns.join(", ")} FROM "${old}") AS ${alias}`;
  }

  /** The tables that a backfill's value looks into. */
  private otherTables(sql: string): string {
    return sql.replace(
      /FROM "([^"]+)" AS other\b/g,
      (_, table: string) => `FROM ${this.source(table, "other")}`,
    );
  }
}
