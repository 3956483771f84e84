import type { Ask } from "../../../src/model/loop/ask.js";
import { readValue } from "../../../src/model/loop/read-answer.js";
import type { ModelStep } from "../../../src/model/loop/model-step.js";
import type { PhasePorts } from "../../../src/phases/phase-ports.js";
import { ngramEmbedder } from "../../../src/retrieve/embedding/ngram-embedder.js";
import { planChange } from "../../../src/plan/plan-change.js";
import { tryChanges } from "../../../src/run/try-changes.js";

/** An answer of each function, by its name. */
export type Answers = Readonly<Record<string, unknown>>;

/** Ports of a run in which each function is answered once, and planning is real. What is asked is kept in `steps`. */
export function answeredPorts(
  answers: Answers,
): PhasePorts & { readonly steps: ModelStep<unknown>[]; readonly said: string[] } {
  const steps: ModelStep<unknown>[] = [];
  const said: string[] = [];
  const ask: Ask = async (step) => {
    steps.push(step as unknown as ModelStep<unknown>);
    const reading = await readValue(answers[step.function.name], step);
    const { name } = step.function;
    const record = { function: name, target: step.target, attempts: [], stopped: null } as const;
    if (reading.ok) return { ok: true, value: reading.value, record };
    const why = { kind: "stuck", findings: reading.findings } as const;
    return { ok: false, why, record: { ...record, stopped: "stuck" } };
  };
  return {
    ask,
    embedder: ngramEmbedder,
    tryChanges: async (backend, changes) => tryChanges(backend, changes, planChange),
    compile: async () => Promise.resolve([]),
    say: (text) => void said.push(text),
    steps,
    said,
  };
}
