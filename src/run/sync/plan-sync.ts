import type { Answers } from "../../change/answer.js";
import type { Change } from "../../change/change.js";
import { printChange } from "../../change/forms.js";
import type { Known } from "../../generate/create/known.js";
import type { BranchRead } from "../../host/host.js";
import { EMPTY_PLAN, type Plan } from "../../plan/plan.js";
import type { Planned } from "../../plan/planned.js";
import { nextStep, spelledOut } from "../../plan/sync/next-step.js";
import type { SyncState } from "../../plan/sync/sync-state.js";
import { unsaid } from "../../plan/sync/unsaid.js";
import type { Wish } from "../../plan/sync/wish.js";
import { applyEdits } from "../../source/apply-edits.js";
import type { Backend } from "../../source/backend.js";
import { NO_RENAMES, uniteRenames } from "../../spec/renames.js";
import { readSpec } from "../../spec/spec.js";
import { mergePlans } from "../../plan/merge-plans.js";
import type { Outcome } from "../outcome.js";
import type { Ports } from "../ports.js";
import { end, next, type Step } from "../step.js";
import { lastingRenames } from "./lasting-renames.js";

/** What a person's edits come to. */
export interface SyncPlan {
  readonly changes: readonly Change[];
  readonly plan: Plan;
  /** The state that was reached: what the changes make of the base, beside it and what the person wrote. */
  readonly state: SyncState;
}

/**
 * What the changes that were followed before have made of the base. Whatever the branch has of it is no edit of a
 * person, and is not taken for one when more has to follow.
 */
export async function planFollowed(
  { base, theirs, followed, answers }: BranchRead,
  current: SyncPlan,
  planChange: Ports["planChange"],
): Promise<Backend> {
  if (followed === null) return base;
  if (followed.commit === theirs.commit) return current.state.now.backend;
  const step = await planSync(base, followed, answers, planChange);
  return step.kind === "next" ? step.value.state.now.backend : base;
}

/** More changes than anybody makes by hand at once. */
const LIMIT = 200;

/** The difference between a base and what a person wrote, as changes that are planned on the base, one on the other. */
export async function planSync(
  base: Backend,
  theirs: Backend,
  answers: Answers,
  planChange: Ports["planChange"],
): Promise<Step<SyncPlan>> {
  const before = knownOf(base);
  let state: SyncState = { base: before, now: before, wanted: knownOf(theirs), renames: NO_RENAMES, answers };
  const tried = new Set<string>();
  const plans: Plan[] = [];
  const changes: Change[] = [];
  for (let round = 0; round < LIMIT; round++) {
    state = spelledOut(state);
    const step = nextStep(state, tried);
    if (step.kind === "done") break;
    if (step.kind === "ask")
      return end({ kind: "question", plan: null, questions: [step.question], candidates: [] });
    if (step.kind === "refused") return end(stopped(step.reason, step.remedy));
    if (step.kind === "adopt") {
      state = { ...state, now: knownOf(applyEdits(state.now.backend, step.edits)) };
      continue;
    }
    tried.add(step.wish.key);
    const { planned, change } = await planFirst(step.wish, state, planChange);
    if (planned.kind === "plan" && planned.plan.questions.length > 0)
      return end({ kind: "question", plan: planned.plan, questions: planned.plan.questions, candidates: [] });
    if (planned.kind === "plan") {
      plans.push(planned.plan);
      changes.push(change);
      const renames = uniteRenames([state.renames, planned.plan.renames]);
      state = { ...state, now: knownOf(applyEdits(state.now.backend, planned.edits())), renames };
    } else if (planned.kind !== "nothing-to-do" && !step.wish.mayStay)
      return end(notFollowed(step.wish, change, planned));
  }
  const plan = plans.length === 0 ? { ...EMPTY_PLAN, change: "sync" } : mergePlans(plans, []);
  const notices = [...plan.notices, ...unsaid(state)];
  const merged = { ...plan, renames: lastingRenames(plan.renames, state), notices };
  return next({ changes, plan: merged, state }, changes.map(printChange).join("; ") || "no change");
}

function knownOf(backend: Backend): Known {
  return { backend, ...readSpec(backend) };
}

/** Of several ways to say one thing, the first that comes to a plan; what is said about the first, if none does. */
async function planFirst(
  { changes }: Wish,
  { now, answers }: SyncState,
  planChange: Ports["planChange"],
): Promise<{ readonly planned: Planned; readonly change: Change }> {
  const [first, ...others] = changes;
  const planned = await planChange(now.backend, first, answers);
  if (planned.kind === "plan") return { planned, change: first };
  for (const change of others) {
    const other = await planChange(now.backend, change, answers);
    if (other.kind === "plan") return { planned: other, change };
  }
  return { planned, change: first };
}

function notFollowed(
  { place }: Wish,
  change: Change,
  planned: Extract<Planned, { readonly kind: "refused" | "ambiguous" }>,
): Outcome {
  const where = place === null ? "" : `${place}: `;
  if (planned.kind === "refused")
    return stopped(
      `${where}${planned.reason.replace(/\.$/, "")}`,
      `${planned.remedy} Or write it otherwise and sync again`,
    );
  const ways = planned.candidates.map(({ command }) => command).join("; or: ");
  return stopped(
    `${where}"${printChange(change)}" leaves something open`,
    `Write it in the branch as one of these would, and sync again: ${ways}`,
  );
}

function stopped(reason: string, remedy: string): Outcome {
  return { kind: "stopped", reason, remedy, plan: null, edits: [], gates: [] };
}
