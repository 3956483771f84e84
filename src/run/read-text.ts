import { printChange } from "../change/forms.js";
import { designChanges } from "../phases/design-changes.js";
import { understandStep } from "../phases/understand/understand-step.js";
import type { Understanding } from "../phases/understand/understanding.js";
import type { Asked } from "./asked.js";
import { changeOf } from "./behaviours.js";
import { phasePorts } from "./phase-ports.js";
import type { Ports } from "./ports.js";
import type { Base } from "./read-backend.js";
import type { Request } from "./request.js";
import { sayStop } from "./say-stop.js";
import { end, next, type Step } from "./step.js";
import type { Lent } from "./with-model.js";

/** Has a model say in the change language what a text asks for. What can be read in several ways is for a person. */
export async function readText(
  { text, answers, until }: Request,
  { backend }: Base,
  model: Lent,
  ports: Pick<Ports, "planChange" | "verify" | "progress">,
): Promise<Step<Asked>> {
  const phases = phasePorts(backend, model, ports);
  const called = await phases.ask(await understandStep(text, backend, phases));
  if (!called.ok) return end(sayStop(called.why, called.record));
  const understanding = called.value;
  const { questions, contradictions } = understanding;
  if (questions.length > 0 || (contradictions.length > 0 && until !== "plan"))
    return end(unclear(understanding, model));
  const design = await designChanges(understanding, text, backend, phases);
  if (!design.ok) return end(sayStop(design.why, design.record));
  const changes = [...design.value.changes, ...design.value.behaviours.map(changeOf)];
  if (changes.length > 0)
    return next(
      { changes, answers, reading: { model: model.name, contradictions } },
      changes.map(printChange).join("; "),
    );
  return contradictions.length > 0
    ? end(unclear(understanding, model))
    : end({ kind: "nothing-to-do", reason: "The text asks for nothing", nearest: [] });
}

function unclear({ changes, questions, contradictions }: Understanding, { name }: Lent) {
  return {
    kind: "unclear",
    changes: changes.map(({ change }) => change),
    plan: null,
    contract: [],
    questions: questions.map(({ question, options }) => ({ question, options })),
    contradictions,
    model: name,
  } as const;
}
