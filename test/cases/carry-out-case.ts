import type { Answers } from "../../src/change/answer.js";
import type { Plan } from "../../src/plan/plan.js";
import type { Edit } from "../../src/source/edit.js";
import { answersFor, type Case } from "./load-case.js";
import { changesOf, planLines } from "./plan-lines.js";

export interface Carried {
  readonly plan: Plan;
  readonly edits: readonly Edit[];
}

/** More rounds of questions than any case needs. */
const ROUNDS = 8;

/** Plans and edits as the bot would, with a person who decides as the case says. */
export function carryOutCase(given: Case): Carried {
  const changes = changesOf(given.change);
  let answers: Answers = new Map();
  for (let round = 0; round < ROUNDS; round++) {
    const planned = planLines(given.backend, changes, answers);
    if (planned.kind !== "plan") throw new Error(`${given.name}: ${JSON.stringify(planned)}`);
    if (planned.plan.questions.length === 0) return { plan: planned.plan, edits: planned.edits() };
    answers = new Map([...answers, ...answersFor(given.decide, planned.plan.questions)]);
  }
  throw new Error(`${given.name}: questions stay unanswered`);
}
