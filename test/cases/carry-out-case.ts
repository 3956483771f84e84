import type { Plan } from "../../src/plan/plan.js";
import type { Edit } from "../../src/source/edit.js";
import { answersFor, type Case } from "./load-case.js";
import { planDecided } from "./plan-decided.js";
import { changesOf } from "./plan-lines.js";

export interface Carried {
  readonly plan: Plan;
  readonly edits: readonly Edit[];
}

/** Plans and edits as the bot would, with a person who decides as the case says. */
export function carryOutCase(given: Case): Carried {
  const decide = (questions: Plan["questions"]) => answersFor(given.decide, questions);
  const decided = planDecided(given.backend, changesOf(given.change), decide);
  if (decided.kind === "planned") return decided;
  throw new Error(
    `${given.name}: ${decided.kind === "ended" ? JSON.stringify(decided.ending) : "questions stay unanswered"}`,
  );
}
