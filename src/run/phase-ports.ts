import type { PhasePorts } from "../phases/phase-ports.js";
import type { Backend } from "../source/backend.js";
import { NO_NAMES } from "../spec/names.js";
import { NO_RENAMES, type Renames } from "../spec/renames.js";
import type { Ports } from "./ports.js";
import { tryChanges } from "./try-changes.js";
import type { Lent } from "./with-model.js";

/** What the phases of a run are given: planning and the compiler of that run, over its base. */
export function phasePorts(
  base: Backend,
  { ask, embedder }: Lent,
  { planChange, verify, progress }: Pick<Ports, "planChange" | "verify" | "progress">,
  renames: Renames = NO_RENAMES,
): PhasePorts {
  return {
    ask,
    embedder,
    say: progress.say,
    tryChanges: (backend, changes) => tryChanges(backend, changes, planChange),
    compile: async (head, paths) => {
      const gates = await verify({
        base,
        head,
        touched: new Set(paths),
        removed: NO_NAMES,
        answeredGuards: [],
        renames,
        gates: ["types"],
        scope: paths,
        progress,
      });
      return gates.flatMap(({ diagnostics }) => diagnostics.filter(({ status }) => status === "new"));
    },
  };
}
