import { CountedBudget } from "../../src/model/budget/budget.js";
import { callFunction, LOOP_LIMITS } from "../../src/model/loop/call-function.js";
import type { ModelStep } from "../../src/model/loop/model-step.js";
import { scriptedModel } from "../../src/model/scripted/scripted-model.js";
import { recordedStep, TRANSCRIPTS } from "../phases/understand/recorded-step.js";
import { RECORDED_TEXTS } from "../phases/understand/recorded-texts.js";
import { rightAnswer, storySteps } from "../phases/support/story-steps.js";
import { remembered } from "./remembered.js";
import { realizeTrials, testTrials } from "./written-trials.js";

/** One call of a function with the answer that is right. */
export interface Trial {
  readonly step: ModelStep<unknown>;
  readonly right: unknown;
}

/** Every function of every phase that there is, with right answers. A phase that comes adds its own here. */
export const STRESSED_FUNCTIONS: Readonly<Record<string, () => Promise<readonly Trial[]>>> = {
  design: async () =>
    (await storySteps()).map((step) => ({ step: remembered(step), right: rightAnswer(step) })),
  realize: realizeTrials,
  test: testTrials,
  understand: async () => await Promise.all(RECORDED_TEXTS.map((each) => trialOf(recordedStep(each)))),
};

/** The right answer is the one that was recorded. */
async function trialOf<T>(step: ModelStep<T>): Promise<Trial> {
  const quick = remembered(step);
  const called = await callFunction(quick, {
    model: scriptedModel(TRANSCRIPTS),
    budget: new CountedBudget("step", {}, () => 0),
    system: true,
    limits: LOOP_LIMITS,
  });
  if (!called.ok) throw new Error(`${step.target}: ${JSON.stringify(called.why)}`);
  // Rules are given what was validated just before; the types of all functions have nothing else in common.
  return { step: quick as unknown as ModelStep<unknown>, right: called.value };
}
