import type { IValidation } from "@typia/interface";
import type { FunctionSchema } from "../port.js";
import type { Finding, Rule } from "./finding.js";

/** What one step asks of a model, as a value: everything that the loop has to know of a phase. */
export interface ModelStep<T> {
  readonly function: FunctionSchema;
  /** What it is about, in a few words. */
  readonly target: string;
  /** A few lines that say what the function is for; the step has to work without them. */
  readonly instruction: string;
  /** What the answer is made from. */
  readonly material: readonly Material[];
  /** The type itself; names that exist are narrower in the function's schema. */
  readonly validate: (value: unknown) => IValidation<T>;
  readonly rules: readonly Rule<T>[];
  /** What can only be said by doing it: planning, compiling. Asked once everything else is right. */
  readonly check?: (value: T) => Promise<readonly Finding[]>;
}

/** A text that is shown to the model as data, whoever wrote it. */
export interface Material {
  readonly title: string;
  readonly text: string;
}
