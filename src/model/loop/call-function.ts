import type { Budget } from "../budget/budget.js";
import { ModelError } from "../model-error.js";
import type { CallRequest, LanguageModel, Message, Reply } from "../port.js";
import { ROOT } from "../schema/path.js";
import type { Attempt, CallRecord, StopReason } from "./call-record.js";
import { feedback, partFeedback } from "./feedback.js";
import type { ModelStep } from "./model-step.js";
import { openingOf } from "./opening.js";
import { readAnswer } from "./read-answer.js";
import { type Strategy, StrategyChooser } from "./strategy.js";

/** What the loop works with, whatever is asked. */
export interface Means {
  readonly model: LanguageModel;
  readonly budget: Budget;
  /** Off sends no system message at all. */
  readonly system: boolean;
  readonly limits: LoopLimits;
}

export interface LoopLimits {
  readonly attempts: number;
  /** Of one answer. */
  readonly outputTokens: number;
  /** Of one call. */
  readonly milliseconds: number;
}

export const LOOP_LIMITS: LoopLimits = { attempts: 10, outputTokens: 16_384, milliseconds: 180_000 };

/** A right value or why there is none, and what it took. */
export type Called<T> = { readonly record: CallRecord } & (
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: StopReason }
);

/** Asks until the answer is right, or stops with the reason. Each answer that is not right comes back with its errors. */
export async function callFunction<T>(step: ModelStep<T>, means: Means): Promise<Called<T>> {
  const opening = openingOf(step, means.system);
  const chooser = new StrategyChooser();
  const attempts: Attempt[] = [];
  let strategy: Strategy = { kind: "whole" };
  let value: unknown = undefined;
  let said: readonly Message[] = [];
  const stop = (why: StopReason): Called<T> => ({
    ok: false,
    why,
    record: recordOf(step, attempts, why.kind),
  });
  for (;;) {
    const spent = await means.budget.spent();
    if (spent !== null) return stop({ kind: "budget", spent });
    const request = requestOf(step, strategy, [...opening, ...said], means);
    const reply = await replyOf(request, means.model);
    if ("kind" in reply) return stop(reply);
    means.budget.spend(reply.usage);
    const reading = await readAnswer(reply, request, value, step);
    const findings = reading.ok ? [] : reading.findings;
    attempts.push({ part: request.part, findings, usage: reply.usage });
    if (reading.ok) return { ok: true, value: reading.value, record: recordOf(step, attempts, null) };
    if (reply.reason === "refused") return stop({ kind: "refused", text: reply.text.slice(0, 500) });
    if (attempts.length >= means.limits.attempts)
      return stop({ kind: "attempts", limit: means.limits.attempts, findings });
    value = reading.value;
    const next = chooser.next(value, findings, step.function);
    if (next === null) return stop({ kind: "stuck", findings });
    strategy = next;
    const { name } = step.function;
    const text =
      next.kind === "part" ? partFeedback(name, next.path, value, findings) : feedback(name, value, findings);
    said = [{ role: "user", text }];
  }
}

type Named = Pick<ModelStep<unknown>, "function" | "target">;

function requestOf(
  step: Named,
  strategy: Strategy,
  messages: readonly Message[],
  { limits, budget }: Means,
): CallRequest {
  return {
    function: strategy.kind === "part" ? strategy.function : step.function,
    target: step.target,
    part: strategy.kind === "part" ? strategy.path : ROOT,
    messages,
    limits: {
      outputTokens: limits.outputTokens,
      milliseconds: Math.min(limits.milliseconds, budget.milliseconds()),
      patience: budget.milliseconds(),
    },
  };
}

async function replyOf(request: CallRequest, model: LanguageModel): Promise<Reply | StopReason> {
  try {
    return await model.ask(request);
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { kind: "unreachable", reason: error.message, remedy: error.remedy };
  }
}

function recordOf(
  { function: { name }, target }: Named,
  attempts: readonly Attempt[],
  stopped: CallRecord["stopped"],
): CallRecord {
  return { function: name, target, attempts, stopped };
}
