import type { Dialect } from "./schema-engine.js";
import { tablesOf } from "./table-columns.js";

/**
 * The statements that give columns, and the indexes and keys named after them, their new names. Both scripts create a
 * whole database, before and after the renames and nothing else, so that tables and columns stand in the same order
 * and the engine's own naming is asked for, never imitated.
 */
export function renameStatements(
  before: readonly string[],
  after: readonly string[],
  dialect: Dialect,
): readonly string[] {
  const columns = renamedColumns(before, after);
  const renamed = [...columns].flatMap(([table, names]) =>
    [...names].map(([from, to]) => `ALTER TABLE "${table}" RENAME COLUMN "${from}" TO "${to}"`),
  );
  return [
    ...renamed,
    ...renamedIndexes(before, after, columns, dialect),
    ...(dialect === "postgresql" ? renamedKeys(before, after, columns) : []),
  ];
}

/** Table → old column → new column, for those that changed. */
type RenamedColumns = ReadonlyMap<string, ReadonlyMap<string, string>>;

function renamedColumns(before: readonly string[], after: readonly string[]): RenamedColumns {
  const tables = tablesOf(after);
  const found = new Map<string, ReadonlyMap<string, string>>();
  for (const [table, columns] of tablesOf(before)) {
    const now = [...(tables.get(table)?.keys() ?? [])];
    const pairs = [...columns.keys()].map((name, index) => [name, now[index] ?? name] as const);
    const changed = pairs.filter(([from, to]) => from !== to);
    if (changed.length > 0) found.set(table, new Map(changed));
  }
  return found;
}

const INDEX = /^CREATE (?:UNIQUE )?INDEX "(.+?)"( ON "(.+?)".*)$/s;

function renamedIndexes(
  before: readonly string[],
  after: readonly string[],
  columns: RenamedColumns,
  dialect: Dialect,
): readonly string[] {
  const made = after.flatMap((statement) => {
    const [, name, over] = INDEX.exec(statement) ?? [];
    return name === undefined ? [] : [{ name, over, statement }];
  });
  return before.flatMap((statement) => {
    const [, name, over = "", table = ""] = INDEX.exec(statement) ?? [];
    const names = columns.get(table);
    if (name === undefined || names === undefined) return [];
    const now = made.find((each) => each.over === withNewNames(over, names));
    if (now === undefined || now.name === name) return [];
    return dialect === "postgresql"
      ? [`ALTER INDEX "${name}" RENAME TO "${now.name}"`]
      : [`DROP INDEX "${name}"`, now.statement];
  });
}

const KEY = /^ALTER TABLE "(.+?)" ADD CONSTRAINT "(.+?)" FOREIGN KEY (\(.+?\))(.*)$/s;

function renamedKeys(
  before: readonly string[],
  after: readonly string[],
  columns: RenamedColumns,
): readonly string[] {
  const made = after.flatMap((statement) => {
    const [, table, name, over] = KEY.exec(statement) ?? [];
    return name === undefined ? [] : [{ table, name, over }];
  });
  return before.flatMap((statement) => {
    const [, table = "", name, over = ""] = KEY.exec(statement) ?? [];
    const names = columns.get(table);
    if (name === undefined || names === undefined) return [];
    const now = made.find((each) => each.table === table && each.over === withNewNames(over, names));
    if (now === undefined || now.name === name) return [];
    return [`ALTER TABLE "${table}" RENAME CONSTRAINT "${name}" TO "${now.name}"`];
  });
}

/** The column list of a statement under the new names; the table's own name stands before the parenthesis. */
function withNewNames(text: string, names: ReadonlyMap<string, string>): string {
  const open = text.indexOf("(");
  const list = text.slice(open).replace(/"(.+?)"/g, (whole, name: string) => {
    const to = names.get(name);
    return to === undefined ? whole : `"${to}"`;
  });
  return text.slice(0, open) + list;
}
