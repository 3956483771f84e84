import { Reach } from "../../../graph/reach/reach.js";
import { RowUsers } from "../../../graph/reach/row-users.js";
import { programMaker, type TypedProgram } from "../../../graph/types/typed-program.js";
import type { Backend } from "../../../source/backend.js";
import type { DatabaseSpec } from "../../../spec/database/database-spec.js";
import type { Operation } from "../../../spec/interface/interface-spec.js";

export interface Callers {
  readonly program: TypedProgram;
  /** Files that call the operation by the SDK, or what hands on its answer. */
  readonly paths: readonly string[];
}

/** How callers name the SDK function of an operation. */
export function callOf({ accessor }: Operation): RegExp {
  return new RegExp(`^api\\.functional\\.${(accessor ?? []).join("\\.").replaceAll("$", "\\$")}$`);
}

/** Who calls an operation, and who imports a helper that does, with the types of all of it. */
export function callersOf(operation: Operation, backend: Backend, database: DatabaseSpec): Callers {
  const reach = new Reach(backend);
  const call = `functional.${(operation.accessor ?? []).join(".")}(`;
  const calls = (path: string): boolean =>
    !path.startsWith("src/api/functional/") &&
    backend.files.get(path)?.text?.replace(/\s+/g, "").includes(call) === true;
  const found = new Set(operation.accessor === null ? [] : [...reach.paths()].filter(calls));
  for (const path of found)
    if (!path.startsWith("test/features/"))
      for (const user of reach.importersOf(path)) if (!/\/index\.ts$/.test(user)) found.add(user);
  const files = reach.closure(found);
  const program = programMaker(backend, database)(files, new RowUsers(database, reach).modelsIn(files));
  return { program, paths: [...found] };
}
