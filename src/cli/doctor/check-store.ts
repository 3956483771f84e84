import type { Folders } from "../../config/folders.js";
import { WorldError } from "../../errors/world-error.js";
import { openPostgres } from "../../store/open-postgres.js";
import { type Finding, missing, ok } from "./finding.js";

/** The embedded store needs nothing but its folder, which the disk's check has looked at. */
export async function checkStore(databaseUrl: string | null, folders: Folders): Promise<Finding> {
  if (databaseUrl === null) return ok("store", `embedded, in ${folders.state}`);
  try {
    const store = await openPostgres(databaseUrl);
    await store.close();
    return ok("store", store.place);
  } catch (error) {
    if (error instanceof WorldError) return missing("store", error.message, error.remedy);
    throw error;
  }
}
