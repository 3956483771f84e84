import type { PhasePorts } from "../../src/phases/phase-ports.js";
import type { Backend } from "../../src/source/backend.js";
import { NO_NAMES } from "../../src/spec/names.js";
import { SILENT } from "../../src/util/progress.js";
import { diagnostic } from "../../src/verify/difference.js";
import { compilersFor } from "../../src/verify/types/compilers-for.js";
import { testWorkspace } from "./fixture-backend.js";

/** A compiler that stays open, for backends that compile but for what is asked about. */
export async function openCompiler(
  backend: Backend,
): Promise<Pick<PhasePorts, "compile"> & { readonly close: () => Promise<void> }> {
  const workspace = testWorkspace();
  const dependencies = await workspace.resolve(backend, SILENT);
  const [compiler = ""] = compilersFor(dependencies.versions.get("typescript") ?? "", NO_NAMES);
  const tree = workspace.reside({ dependencies, compiler }, SILENT);
  return {
    compile: async (head, paths) => {
      const { problems } = await tree.check(head, paths);
      return problems.map((problem) => diagnostic("types", problem, "new"));
    },
    close: () => tree.close(),
  };
}
