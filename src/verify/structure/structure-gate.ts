import { SpecError } from "../../errors/spec-error.js";
import type { Backend } from "../../source/backend.js";
import { clientSchema } from "../../workspace/prisma/client-schema.js";
import { NO_RENAMES } from "../../spec/renames.js";
import { difference } from "../difference.js";
import { Renamed } from "../renamed.js";
import type { Finding, Trees } from "../gate.js";
import { importProblems } from "./import-problems.js";
import { ModuleReader } from "./module-facts.js";
import { newCycles } from "./new-cycles.js";
import { relationProblems } from "./relation-problems.js";

/** Imports, exports, circles and relations: what can be seen without a compiler. */
export async function structureGate({ base, head, renames }: Trees): Promise<Finding> {
  const reader = new ModuleReader();
  const [before, after] = [reader.all(base), reader.all(head)];
  const generated = generatedFolders(base);
  const compared = { gate: "structure" as const, base, head, ...(renames === undefined ? {} : { renames }) };
  const problems = (backend: Backend, modules: typeof before) => [
    ...importProblems(backend, modules, generated),
    ...relationProblems(backend),
  ];
  const diagnostics = difference(compared, problems(base, before), problems(head, after));
  return {
    summary: `Read the imports of ${after.size} files and the relations of the schema.`,
    diagnostics: [
      ...diagnostics,
      ...newCycles(base, before, head, after, new Renamed(renames ?? NO_RENAMES)),
    ],
  };
}

/** Where Prisma writes its client: what lies there is not in the tree, and is no dangling import. */
function generatedFolders(backend: Backend): readonly string[] {
  try {
    return clientSchema(backend, 7).generators.flatMap(({ output }) => (output === null ? [] : [output]));
  } catch (error) {
    if (error instanceof SpecError) return [];
    throw error;
  }
}
