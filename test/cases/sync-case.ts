import type { Answers, Option } from "../../src/change/answer.js";
import { printChange } from "../../src/change/forms.js";
import { planChange } from "../../src/plan/plan-change.js";
import type { Plan } from "../../src/plan/plan.js";
import { layOver } from "../../src/run/sync/lay-over.js";
import { planSync } from "../../src/run/sync/plan-sync.js";
import { applyEdits } from "../../src/source/apply-edits.js";
import type { Backend } from "../../src/source/backend.js";
import { type ArtefactKind, classify } from "../../src/source/layout.js";
import { carryOutCase } from "./carry-out-case.js";
import { answersFor, type Case } from "./load-case.js";

/** What syncing a person's edit came to, who wrote what a case makes of some kinds of files, and nothing else. */
export interface Synced {
  /** The changes that were found, as a person writes them. */
  readonly changes: readonly string[];
  readonly plan: Plan;
  /** What the person wrote. */
  readonly theirs: Backend;
  readonly result: Backend;
  /** What the case itself comes to. */
  readonly expected: Backend;
  readonly conflicts: readonly string[];
}

/** More rounds of questions than any case needs. */
const ROUNDS = 8;

export async function syncCase(given: Case, written: readonly ArtefactKind[]): Promise<Synced> {
  const { edits } = carryOutCase(given);
  const theirs = applyEdits(
    given.backend,
    edits.filter(({ path }) => written.includes(classify(path))),
  );
  return { ...(await sync(given, theirs)), expected: applyEdits(given.backend, edits) };
}

/** Follows what stands in `theirs`, with a person who decides as the case says, and who renamed what looks like it. */
export async function sync(given: Case, theirs: Backend): Promise<Omit<Synced, "expected">> {
  let answers: Answers = new Map();
  for (let round = 0; round < ROUNDS; round++) {
    const step = await planSync(given.backend, theirs, answers, planChange);
    if (step.kind === "next") {
      const { changes, plan, state } = step.value;
      const laid = layOver(state);
      const conflicts = laid.conflicts.map(({ path, line, text }) => `${path}:${line} ${text}`);
      const result = applyEdits(theirs, laid.edits);
      return { changes: changes.map(printChange), plan, theirs, result, conflicts };
    }
    const { outcome } = step;
    if (outcome.kind !== "question") throw new Error(`${given.name}: ${JSON.stringify(outcome)}`);
    const renames = outcome.questions
      .filter(({ options }) => options.includes("rename"))
      .flatMap(({ places }) => places.map(({ id }): readonly [string, Option] => [id, "rename"]));
    answers = new Map([...answers, ...renames, ...answersFor(given.decide, outcome.questions)]);
  }
  throw new Error(`${given.name}: questions stay unanswered`);
}
