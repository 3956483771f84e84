import type { Answers } from "../../src/change/answer.js";
import type { Change } from "../../src/change/change.js";
import { isChangeCommand } from "../../src/change/command.js";
import { parseCommand } from "../../src/change/parse-command.js";
import { planChange } from "../../src/plan/plan-change.js";
import type { Plan } from "../../src/plan/plan.js";
import type { Edit } from "../../src/source/edit.js";
import { answersFor, type Case } from "./load-case.js";

export interface Carried {
  readonly plan: Plan;
  readonly edits: readonly Edit[];
}

/** More rounds of questions than any case needs. */
const ROUNDS = 8;

export function changeOf(given: Pick<Case, "change">): Change {
  const command = parseCommand(given.change);
  if (!isChangeCommand(command)) throw new Error(`${given.change} is no change`);
  return command.change;
}

/** Plans and edits as the bot would, with a person who decides as the case says. */
export function carryOutCase(given: Case): Carried {
  const change = changeOf(given);
  let answers: Answers = new Map();
  for (let round = 0; round < ROUNDS; round++) {
    const planned = planChange(given.backend, change, answers);
    if (planned.kind !== "plan") throw new Error(`${given.name}: ${JSON.stringify(planned)}`);
    if (planned.plan.questions.length === 0) return { plan: planned.plan, edits: planned.edits() };
    answers = new Map([...answers, ...answersFor(given.decide, planned.plan.questions)]);
  }
  throw new Error(`${given.name}: questions stay unanswered`);
}
