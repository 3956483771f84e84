import { SpecError } from "../../errors/spec-error.js";
import type { Answers } from "../../change/answer.js";
import type { Change } from "../../change/change.js";
import type { Planned } from "../../plan/planned.js";
import type { Backend } from "../../source/backend.js";
import type { Edit } from "../../source/edit.js";

/** What the thread is asked. */
export interface PlanRequest {
  readonly backend: Backend;
  readonly change: Change;
  readonly answers: Answers;
}

/** What it answers. Functions and error classes do not get from one thread to another, so both are unpacked here. */
export type PlanAnswer =
  | { readonly kind: "planned"; readonly planned: PackedPlan }
  | { readonly kind: "unreadable"; readonly path: string; readonly line: number; readonly detail: string }
  | { readonly kind: "bug"; readonly stack: string };

type Plannable = Extract<Planned, { kind: "plan" }>;

type PackedPlan =
  Exclude<Planned, Plannable> | (Omit<Plannable, "edits"> & { readonly edits: readonly Edit[] });

/** A plan with open questions is not edited, so its edits are not made. */
export function packPlan(planned: Planned): PlanAnswer {
  if (planned.kind !== "plan") return { kind: "planned", planned };
  const edits = planned.plan.questions.length > 0 ? [] : planned.edits();
  return { kind: "planned", planned: { ...planned, edits } };
}

export function packError(error: unknown): PlanAnswer {
  if (error instanceof SpecError)
    return { kind: "unreadable", path: error.path, line: error.line, detail: error.detail };
  return { kind: "bug", stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

export function unpackPlan(answer: PlanAnswer): Planned {
  if (answer.kind === "unreadable") throw new SpecError(answer.path, answer.line, answer.detail);
  if (answer.kind === "bug") throw new Error(`Planning failed: ${answer.stack}`);
  const { planned } = answer;
  if (planned.kind !== "plan") return planned;
  const { edits } = planned;
  return { ...planned, edits: () => edits };
}
