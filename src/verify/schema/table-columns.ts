export interface Column {
  /** As the database calls it: "TEXT", "DOUBLE PRECISION", "TIMESTAMP(3)", "\"ArticleState\"". */
  readonly type: string;
  readonly required: boolean;
  /** The SQL behind DEFAULT; null without one. */
  readonly default: string | null;
}

export type Columns = ReadonlyMap<string, Column>;

const COLUMN =
  /^\s+"(.+?)" (.+?)(?=,?$| NOT NULL| PRIMARY KEY| DEFAULT )(?<rest>(?: NOT NULL| PRIMARY KEY| AUTOINCREMENT)*)(?: DEFAULT (?<value>.+?))?,?$/;

/** The columns of a CREATE TABLE statement as Prisma's schema engine writes it, one per line. */
export function columnsOf(statement: string): Columns {
  const columns = new Map<string, Column>();
  for (const line of statement.split("\n").slice(1)) {
    const match = COLUMN.exec(line);
    if (match === null) continue;
    const [, name = "", type = ""] = match;
    columns.set(name, {
      type,
      required: match.groups?.["rest"] !== "",
      default: match.groups?.["value"] ?? null,
    });
  }
  return columns;
}
