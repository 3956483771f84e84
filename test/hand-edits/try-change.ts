import { diffArrays } from "diff";
import type { Plan } from "../../src/plan/plan.js";
import { applyEdits } from "../../src/source/apply-edits.js";
import type { Backend } from "../../src/source/backend.js";
import type { Edit } from "../../src/source/edit.js";
import { planDecided } from "../cases/plan-decided.js";
import { asRecommended } from "../cases/run/run-case.js";
import { changeOf } from "../support/change-of.js";

/** What a change comes to in a backend, every question answered as recommended. */
export type Tried =
  | { readonly kind: "changed"; readonly plan: Plan; readonly edits: readonly Edit[]; readonly head: Backend }
  | { readonly kind: "not-changed"; readonly why: string };

export function tryChange(backend: Backend, line: string): Tried {
  const decided = planDecided(backend, [changeOf(line)], asRecommended);
  if (decided.kind === "ended") return { kind: "not-changed", why: decided.ending.kind };
  if (decided.kind === "asking") return { kind: "not-changed", why: "questions stay unanswered" };
  const { plan, edits } = decided;
  return { kind: "changed", plan, edits, head: applyEdits(backend, edits) };
}

/** Says of each offset of a file's text whether the line there stands in the text after, too. */
export function stayingLines({ before, after }: Pick<Edit, "before" | "after">): (offset: number) => boolean {
  const stays: boolean[] = [];
  const lines = (before ?? "").split("\n");
  for (const { added, removed, count } of diffArrays(lines, (after ?? "").split("\n")))
    if (!added) stays.push(...Array.from({ length: count }, () => !removed));
  return (offset) => stays[(before ?? "").slice(0, offset).split("\n").length - 1] === true && after !== null;
}
