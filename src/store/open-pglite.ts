import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPGlite } from "pglite-prisma-adapter";
import type { Folders } from "../config/folders.js";
import { diskError, errorCode } from "../errors/disk-error.js";
import { PrismaClient } from "./client/client.js";
import { takeLockFile } from "./lock-file.js";
import { loadSeed, saveSeed } from "./pglite-seed.js";
import type { Row, Sql } from "./sql.js";
import type { Store } from "./store.js";
import { storeError } from "./store-error.js";

/**
 * The embedded store: Postgres inside this process, its data in a folder. It has no lock of its own and a second
 * process would lose writes, so a lock file is taken first.
 */
export async function openPglite(folders: Folders): Promise<Store> {
  const place = join(folders.state, "store");
  await mkdir(place, { recursive: true }).catch((error: unknown) => {
    throw diskError(place, error);
  });
  const unlock = await takeLockFile(join(place, "lock"), place);
  try {
    const database = await openData(place, folders.cache);
    const prisma = new PrismaClient({ adapter: new PrismaPGlite(database) });
    const close = async (): Promise<void> => {
      await prisma.$disconnect();
      if (!database.closed) await database.close();
      await unlock();
    };
    return { place, sql: sqlOf(database), prisma, close };
  } catch (cause) {
    await unlock();
    throw storeError(place, "opening the embedded store", cause);
  }
}

/** A folder without the mark was left half-made by a crash, before anything was stored in it: it is made again. */
async function openData(place: string, cache: string): Promise<PGlite> {
  const data = join(place, "data");
  const mark = join(place, "ready");
  if (await exists(mark)) return await PGlite.create(data);
  await rm(data, { recursive: true, force: true });
  const seed = await loadSeed(cache);
  const database = await PGlite.create(data, seed === null ? {} : { loadDataDir: seed });
  if (seed === null) await saveSeed(cache, await database.dumpDataDir("none"));
  await writeFile(`${mark}.new`, "");
  await rename(`${mark}.new`, mark);
  return database;
}

function sqlOf(database: PGlite): Sql {
  return {
    executeSql: async (text, values) => await query(database, text, values),
    transaction: async (work) =>
      await database.transaction(
        async (tx) => await work({ executeSql: async (text, values) => await query(tx, text, values) }),
      ),
  };
}

async function query(
  client: Pick<PGlite, "query" | "exec">,
  text: string,
  values: readonly unknown[] = [],
): Promise<{ rows: Row[] }> {
  if (values.length > 0) return { rows: (await client.query<Row>(text, [...values])).rows };
  return { rows: ((await client.exec(text)).at(-1)?.rows ?? []) as Row[] };
}

async function exists(path: string): Promise<boolean> {
  try {
    await readFile(path);
    return true;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return false;
    throw error;
  }
}
