import type { Backend } from "../source/backend.js";
import type { Edit } from "../source/edit.js";
import type { Migration } from "./outcome.js";

/** Where a migration goes in a repository that keeps its migrations. */
export type MigrationFile =
  | { readonly kind: "file"; readonly edit: Edit }
  /** Its migrations are for another database; Prisma would take none of them. */
  | { readonly kind: "foreign"; readonly folder: string; readonly provider: string };

/**
 * The folder `<timestamp>_<slug>` beside the ones that stand, after all of them. Null where the repository keeps no
 * migrations, or there is nothing to migrate. `now` gives milliseconds since 1970 and is asked only for a file.
 */
export function migrationFile(
  base: Backend,
  migration: Migration,
  change: string,
  now: () => number,
): MigrationFile | null {
  const folder = keptMigrations(base);
  if (folder === null || migration.sql === "") return null;
  const lock = base.files.get(`${folder}/migration_lock.toml`)?.text ?? "";
  const provider = /^\s*provider\s*=\s*"(\w+)"/m.exec(lock)?.[1] ?? migration.dialect;
  if (provider.replace(/^postgres$/, "postgresql") !== migration.dialect)
    return { kind: "foreign", folder, provider };
  const path = `${folder}/${timestamp(base, folder, now())}_${slug(change)}/migration.sql`;
  return { kind: "file", edit: { path, before: null, after: migration.sql } };
}

const KEPT = /^(prisma\/(?:schema\/)?migrations)\/(?:migration_lock\.toml|[^/]+\/migration\.sql)$/;

/** The folder in which a repository keeps its migrations; null if it keeps none. */
export function keptMigrations({ files }: Backend): string | null {
  for (const path of files.keys()) {
    const folder = KEPT.exec(path)?.[1];
    if (folder !== undefined) return folder;
  }
  return null;
}

/** Prisma applies migrations in the order of their names, so a clock behind the last one is passed over. */
function timestamp({ files }: Backend, folder: string, now: number): string {
  const taken = [...files.keys()].flatMap((path) =>
    path.startsWith(`${folder}/`) ? (/^(\d{14})(?=_|\/)/.exec(path.slice(folder.length + 1))?.[1] ?? []) : [],
  );
  const last = taken.sort().at(-1);
  const wanted = digits(now);
  return last === undefined || wanted > last ? wanted : digits(momentOf(last) + 1000);
}

function digits(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\D/g, "").slice(0, 14);
}

function momentOf(stamp: string): number {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(..)(..)(..)(..)(..)$/.exec(stamp) ?? [];
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
}

function slug(change: string): string {
  const words = change
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .slice(0, 50)
    .replace(/^_+|_+$/g, "");
  return words === "" ? "change" : words;
}
