import { CountedBudget } from "../../src/model/budget/budget.js";
import { type ActiveFault, spoiltReply, spoiltValue } from "../../src/model/fault/active-fault.js";
import type { FaultKind } from "../../src/model/fault/fault-kind.js";
import { FaultModel, type FaultSettings } from "../../src/model/fault/fault-model.js";
import { callFunction, LOOP_LIMITS } from "../../src/model/loop/call-function.js";
import { readAnswer } from "../../src/model/loop/read-answer.js";
import { SeededRandom } from "../../src/model/fault/random.js";
import { type CallRequest, NO_USAGE, type Reply } from "../../src/model/port.js";
import { ROOT } from "../../src/model/schema/path.js";
import { canonicalJson } from "../../src/util/canonical-json.js";
import type { Trial } from "./stressed-functions.js";

/** How one call ended that began with a fault, or with none. */
export type Ending =
  | "right"
  /** The first fault broke no type, rule or check, and changed what the answer says. */
  | "wrong, first fault accepted"
  /** Whatever was found was repaired; a fault beside it that breaks nothing was accepted with the last answer. */
  | "wrong, later fault accepted"
  | "failed, untold"
  | "failed, fresh faults alone";

export interface TrialResult {
  readonly function: string;
  /** Kind of the first fault; null where the first answer was right. */
  readonly first: string | null;
  /** Whether the first answer was found to be wrong. */
  readonly found: boolean;
  readonly ending: Ending;
  readonly attempts: number;
  /** Kinds of faults that were found and that feedback did not tell, first or fresh. */
  readonly untold: readonly string[];
}

/** Calls one function on the simulated weak model, beginning with a fault of a kind. */
export async function runTrial(
  { step, right }: Trial,
  settings: FaultSettings,
  system: boolean,
): Promise<TrialResult> {
  const model = new FaultModel(right, settings);
  const budget = new CountedBudget("step", {}, () => 0);
  const called = await callFunction(step, { model, budget, system, limits: LOOP_LIMITS });
  const { attempts } = called.record;
  const [first] = model.history[0]?.faults ?? [];
  const isRight = called.ok && canonicalJson(called.value) === canonicalJson(right);
  const untold = model.history.flatMap((each) => each.untold.map(({ kind }) => kind.name));
  const left = called.ok ? [] : (model.history.at(-1)?.untold ?? []);
  const breaking = await Promise.all(left.map((fault) => breaks(fault, { step, right })));
  return {
    function: step.function.name,
    first: first?.kind.name ?? null,
    found: (attempts[0]?.findings.length ?? 0) > 0,
    ending: endingOf(called.ok, isRight, attempts.length, breaking.includes(true)),
    attempts: attempts.length,
    untold: [...new Set(untold)],
  };
}

function endingOf(ok: boolean, isRight: boolean, attempts: number, untold: boolean): Ending {
  if (isRight) return "right";
  if (ok) return attempts === 1 ? "wrong, first fault accepted" : "wrong, later fault accepted";
  return untold ? "failed, untold" : "failed, fresh faults alone";
}

/** Whether a fault is found when it is the only one: others may be left over without doing any harm. */
async function breaks(fault: ActiveFault, { step, right }: Trial): Promise<boolean> {
  const { name } = step.function;
  const text = JSON.stringify(spoiltValue(right, [fault]));
  const whole: Reply = { text, called: name, reason: "called", usage: NO_USAGE };
  const request: CallRequest = {
    function: step.function,
    target: step.target,
    part: ROOT,
    messages: [],
    limits: { outputTokens: 0, milliseconds: 0, patience: 0 },
  };
  const reading = await readAnswer(
    spoiltReply(whole, [fault], new SeededRandom(1)),
    request,
    undefined,
    step,
  );
  return !reading.ok;
}

/** A seed of its own for each trial, so that none depends on which others were run. */
export function seedOf(seed: number, trial: number, kind: FaultKind, repeat: number): number {
  const letters = Array.from(kind.name, (letter) => letter.charCodeAt(0));
  return letters.reduce(
    (sum, code) => (Math.imul(sum, 31) + code) >>> 0,
    seed * 7_919 + trial * 104_729 + repeat,
  );
}
