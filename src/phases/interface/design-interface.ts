import type { Phased } from "../phased.js";
import type { PhasePorts } from "../phase-ports.js";
import { changePath } from "../holds-changes.js";
import type { Backend } from "../../source/backend.js";
import { readSpec } from "../../spec/spec.js";
import type { DesignRequest } from "../design-request.js";
import { Trial } from "../trial.js";
import type { InterfaceDesign } from "./interface-design.js";
import { interfaceStep } from "./interface-step.js";
import { unknownOperations } from "./rules/behaviours-have-operations.js";
import type { Before } from "./rules/intentions-are-served.js";

const WAY_OUT = "If no change can say it, an operation of its own can: add-stub, with a behaviour.";

/** Has the interface designed, with what operations have to do. */
export async function designInterface(
  request: DesignRequest,
  before: Pick<Before, "served" | "understood">,
  ports: PhasePorts,
): Promise<Phased<InterfaceDesign>> {
  const there = operationsOf(request.backend);
  const trial = new Trial(request.backend, ports, WAY_OUT);
  const step = interfaceStep(request, before, async (design) => {
    const placed = design.changes.map(({ change }, index) => ({ path: changePath(index), change }));
    const findings = await trial.findings(placed);
    if (findings.length > 0) return findings;
    const made = operationsOf(trial.backend).filter((key) => !there.includes(key));
    return unknownOperations(design, made, there);
  });
  return await ports.ask(step);
}

function operationsOf(backend: Backend): readonly string[] {
  return [...readSpec(backend).api.operations.keys()];
}
