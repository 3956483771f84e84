import type { ModelStep } from "../../src/model/loop/model-step.js";
import { recordedStep } from "../phases/understand/recorded-step.js";
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
  understand: async () =>
    await Promise.all(RECORDED_TEXTS.map(async (each) => trialOf(await recordedStep(each), each.right))),
};

/** Rules are given what was validated just before; the types of all functions have nothing else in common. */
function trialOf<T>(step: ModelStep<T>, right: T): Trial {
  return { step: remembered(step) as unknown as ModelStep<unknown>, right };
}
