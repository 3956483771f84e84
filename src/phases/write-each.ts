import { applyEdits } from "../source/apply-edits.js";
import type { Backend } from "../source/backend.js";
import { correctCompiled, type Rewrite } from "./correct-written.js";
import type { Behaviour } from "./design.js";
import type { PhasePorts } from "./phase-ports.js";
import type { Phased } from "./phased.js";
import type { Written } from "./written.js";

/** How a phase writes the artefact of one behaviour; null where there is none to write. */
export interface Writer {
  /** What it is busy with: "writing". */
  readonly doing: string;
  readonly write: (head: Backend, behaviour: Behaviour) => Promise<Phased<Written | null>>;
  readonly rewrite: Rewrite;
}

/** Writes an artefact for each behaviour on what those before it leave, and corrects what does not fit together. */
export async function writeEach(
  backend: Backend,
  behaviours: readonly Behaviour[],
  { doing, write, rewrite }: Writer,
  ports: PhasePorts,
): Promise<Phased<readonly Written[]>> {
  const written: Written[] = [];
  let head = backend;
  for (const [index, behaviour] of behaviours.entries()) {
    ports.say(`${doing} ${behaviour.operation}, ${index + 1} of ${behaviours.length}`);
    const own = await write(head, behaviour);
    if (!own.ok) return own;
    if (own.value === null) continue;
    head = applyEdits(head, [own.value.edit]);
    written.push(own.value);
  }
  return await correctCompiled(backend, written, rewrite, ports);
}
