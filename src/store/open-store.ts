import type { Folders } from "../config/folders.js";
import { migrate } from "./migrate.js";
import { openPglite } from "./open-pglite.js";
import { openPostgres } from "./open-postgres.js";
import type { Store } from "./store.js";
import { asking } from "./store-error.js";

/** Opens the store and brings its tables up to date: the server that is named, else the embedded one. */
export async function openStore(databaseUrl: string | null, folders: Folders): Promise<Store> {
  const store = databaseUrl === null ? await openPglite(folders) : await openPostgres(databaseUrl);
  try {
    await asking(store.place, "bringing the tables up to date", () => migrate(store.sql));
    return store;
  } catch (error) {
    await store.close().catch(() => {});
    throw error;
  }
}
