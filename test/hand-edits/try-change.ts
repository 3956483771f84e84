import { diffArrays } from "diff";
import { isChangeCommand } from "../../src/change/command.js";
import { parseCommand } from "../../src/change/parse-command.js";
import type { Answers, Option } from "../../src/change/answer.js";
import { planChange } from "../../src/plan/plan-change.js";
import { applyEdits } from "../../src/source/apply-edits.js";
import type { Backend } from "../../src/source/backend.js";
import type { Edit } from "../../src/source/edit.js";

/** What a change comes to in a backend, every question answered as recommended. */
export type Tried =
  | { readonly kind: "changed"; readonly edits: readonly Edit[]; readonly head: Backend }
  | { readonly kind: "not-changed"; readonly why: string };

/** More rounds of questions than any change needs. */
const ROUNDS = 8;

export function tryChange(backend: Backend, line: string): Tried {
  const command = parseCommand(line);
  if (!isChangeCommand(command)) throw new Error(`${line} is no change`);
  let answers: Answers = new Map();
  for (let round = 0; round < ROUNDS; round++) {
    const planned = planChange(backend, command.change, answers);
    if (planned.kind !== "plan") return { kind: "not-changed", why: planned.kind };
    if (planned.plan.questions.length === 0) {
      const edits = planned.edits();
      return { kind: "changed", edits, head: applyEdits(backend, edits) };
    }
    const taken = planned.plan.questions.map(({ id, recommended }): [string, Option] => [id, recommended]);
    answers = new Map([...answers, ...taken]);
  }
  return { kind: "not-changed", why: "questions stay unanswered" };
}

/** Says of each offset of a file's text whether the line there stands in the text after, too. */
export function stayingLines({ before, after }: Pick<Edit, "before" | "after">): (offset: number) => boolean {
  const stays: boolean[] = [];
  const lines = (before ?? "").split("\n");
  for (const { added, removed, count } of diffArrays(lines, (after ?? "").split("\n")))
    if (!added) stays.push(...Array.from({ length: count }, () => !removed));
  return (offset) => stays[(before ?? "").slice(0, offset).split("\n").length - 1] === true && after !== null;
}
