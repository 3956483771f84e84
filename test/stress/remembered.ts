import type { Finding } from "../../src/model/loop/finding.js";
import type { ModelStep } from "../../src/model/loop/model-step.js";
import { canonicalJson } from "../../src/util/canonical-json.js";

/** The same step, whose last check is asked once about each value: it plans, or compiles, and gives the same again. */
export function remembered<T>(step: ModelStep<T>): ModelStep<T> {
  const { check } = step;
  if (check === undefined) return step;
  const known = new Map<string, Promise<readonly Finding[]>>();
  return {
    ...step,
    check: (value) => {
      const key = canonicalJson(value);
      const found = known.get(key) ?? check(value);
      known.set(key, found);
      return found;
    },
  };
}
