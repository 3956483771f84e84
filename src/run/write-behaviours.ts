import { writeOperations } from "../phases/realize/write-operations.js";
import { writeTests } from "../phases/test/write-tests.js";
import type { Asked } from "./asked.js";
import { behavioursOf } from "./behaviours.js";
import { type Edited, writtenOver } from "./edited.js";
import { phasePorts } from "./phase-ports.js";
import type { Ports } from "./ports.js";
import type { Base } from "./read-backend.js";
import { sayStop } from "./say-stop.js";
import { end, next, type Step, stop } from "./step.js";
import type { Lent } from "./with-model.js";

/** What no rule derives, written by a model over the derived edits: what operations do, then the tests of it. */
export async function writeBehaviours(
  { backend: base }: Base,
  derived: Edited,
  { changes }: Asked,
  model: Lent | null,
  ports: Pick<Ports, "planChange" | "verify" | "progress">,
): Promise<Step<Edited>> {
  const behaviours = behavioursOf(changes, derived.head);
  const [first] = behaviours;
  if (first === undefined) return next(derived, "");
  if (model === null) return stop(`No rule derives what ${first.operation} has to do`, REMEDY);
  const phases = phasePorts(base, model, ports, derived.plan.renames);
  const operations = await writeOperations(derived.head, behaviours, phases);
  if (!operations.ok) return end(sayStop(operations.why, operations.record));
  const { head } = writtenOver(derived, operations.value);
  const tests = await writeTests(head, behaviours, phases);
  if (!tests.ok) return end(sayStop(tests.why, tests.record));
  return next(writtenOver(derived, [...operations.value, ...tests.value]), "");
}

const REMEDY =
  "Set up a language model (AUTOBE_MODEL_URL and AUTOBE_MODEL), or write its code by hand; every other change can be sent alone";
