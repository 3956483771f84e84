import type { Answers } from "../../src/change/answer.js";
import type { Change } from "../../src/change/change.js";
import type { Question } from "../../src/generate/question.js";
import type { Plan } from "../../src/plan/plan.js";
import type { Planned } from "../../src/plan/planned.js";
import type { Backend } from "../../src/source/backend.js";
import type { Edit } from "../../src/source/edit.js";
import { planLines } from "./plan-lines.js";

/** A plan with every question decided, or how planning ended instead. */
export type Decided =
  | {
      readonly kind: "planned";
      readonly plan: Plan;
      readonly edits: readonly Edit[];
      /** How many places were decided. */
      readonly answered: number;
    }
  | { readonly kind: "ended"; readonly ending: Exclude<Planned, { kind: "plan" }> }
  | { readonly kind: "asking" };

/** Plans changes with a person who decides what is asked; `rounds` is more than anything asks for. */
export function planDecided(
  backend: Backend,
  changes: readonly Change[],
  decide: (questions: readonly Question[]) => Answers,
  rounds = 8,
): Decided {
  let answers: Answers = new Map();
  for (let round = 0; round < rounds; round++) {
    const planned = planLines(backend, changes, answers);
    if (planned.kind !== "plan") return { kind: "ended", ending: planned };
    const { plan } = planned;
    if (plan.questions.length === 0)
      return { kind: "planned", plan, edits: planned.edits(), answered: answers.size };
    answers = new Map([...answers, ...decide(plan.questions)]);
  }
  return { kind: "asking" };
}
