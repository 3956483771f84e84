import { CountedBudget } from "../model/budget/budget.js";
import { MonthBudget } from "../model/budget/month-budget.js";
import { callFunction, LOOP_LIMITS, type Means } from "../model/loop/call-function.js";
import type { CallRecord } from "../model/loop/call-record.js";
import type { LendModel, ModelAccess } from "../model/model-access.js";
import { planningFinding } from "../phases/understand/planning-findings.js";
import { understandStep } from "../phases/understand/understand-step.js";
import type { Understanding } from "../phases/understand/understanding.js";
import type { ModelConfig } from "../config/repository-config.js";
import type { Understood } from "./outcome.js";
import { planChanges } from "./plan-changes.js";
import type { Ports } from "./ports.js";
import type { Base } from "./read-backend.js";
import { sayStop } from "./say-stop.js";
import { end, type Step } from "./step.js";
import { tryChanges } from "./try-changes.js";

type Reading = Pick<Ports, "planChange" | "now"> & { readonly lendModel: LendModel };

/** Has a model say in the change language what a text asks for. Whatever it says, a person decides about it. */
export async function readText(
  text: string,
  { backend, config }: Base,
  ports: Reading,
  calls: CallRecord[],
): Promise<Step<never>> {
  return await ports.lendModel(async (access) => {
    const step = understandStep(text, backend, async (understanding) => {
      const changes = understanding.changes.map(({ change }) => change);
      const objections = await tryChanges(backend, changes, ports.planChange);
      return objections.map(({ change, ending }) => planningFinding(understanding, change, ending));
    });
    const called = await callFunction(step, meansOf(access, config.model, ports.now));
    calls.push(called.record);
    await access.journal.recordCall(called.record);
    if (!called.ok) return end(sayStop(called.why, called.record));
    return await answer(called.value, access.model.name, { backend, config }, ports);
  });
}

/** What one change may spend, within what a month may. */
export function meansOf(
  { model, journal, system, monthTokens }: ModelAccess,
  { calls, tokens, minutes }: ModelConfig,
  now: () => number,
): Means {
  const month = monthTokens === null ? null : new MonthBudget(monthTokens, journal.tokensSince, now);
  const budget = new CountedBudget("change", { calls, tokens, milliseconds: minutes * 60_000 }, now, month);
  return { model, budget, system, limits: LOOP_LIMITS };
}

async function answer(
  { changes, intentions, questions, contradictions }: Understanding,
  model: string,
  { backend }: Base,
  { planChange }: Reading,
): Promise<Step<never>> {
  const understood: Understood = {
    kind: questions.length > 0 ? "unclear" : "understood",
    changes: changes.map(({ change }) => change),
    plan: null,
    intentions: intentions.map(({ requirement }) => requirement),
    questions: questions.map(({ question, options }) => ({ question, options })),
    contradictions,
    model,
  };
  if (changes.length + intentions.length + questions.length + contradictions.length === 0)
    return end({ kind: "nothing-to-do", reason: "The text asks for nothing", nearest: [] });
  if (changes.length === 0 || questions.length > 0) return end(understood);
  const asked = { changes: understood.changes, answers: new Map() };
  const planned = await planChanges(backend, asked, planChange);
  if (planned.kind === "next") return end({ ...understood, plan: planned.value.plan });
  const { outcome } = planned;
  return end("plan" in outcome ? { ...understood, plan: outcome.plan } : understood);
}
