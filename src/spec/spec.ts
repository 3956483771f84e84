import type { Backend } from "../source/backend.js";
import type { DatabaseSpec } from "./database/database-spec.js";
import { readDatabase } from "./database/read-database.js";
import type { InterfaceSpec } from "./interface/interface-spec.js";
import { readInterface } from "./interface/read-interface.js";

/** Both parts of a backend's spec. */
export interface Spec {
  readonly database: DatabaseSpec;
  readonly api: InterfaceSpec;
}

/** Throws a SpecError naming file and line where the schema cannot be read. */
export function readSpec(backend: Backend): Spec {
  const database = readDatabase(backend);
  return { database, api: readInterface(backend, database) };
}
