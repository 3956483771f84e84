import type { Called } from "./call-function.js";
import type { ModelStep } from "./model-step.js";

/** Asks for one function call on behalf of a run, which keeps the budget and the record. */
export type Ask = <T>(step: ModelStep<T>) => Promise<Called<T>>;
