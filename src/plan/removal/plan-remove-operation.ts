import type { Answers } from "../../change/answer.js";
import type { RemoveOperation } from "../../change/kinds/remove-operation.js";
import type { Backend } from "../../source/backend.js";
import { NO_NAMES } from "../../spec/names.js";
import { wordsOf } from "../../spec/words.js";
import { readSpec } from "../../spec/spec.js";
import { findOperation, signsIn } from "../operation/find-operation.js";
import type { Planned } from "../planned.js";
import { planDifference } from "./plan-removal.js";
import { signInRemedy } from "./refuse-actors.js";

/** Plans taking one operation away, with the DTOs, tests and modules that served nothing else. */
export function planRemoveOperation(backend: Backend, change: RemoveOperation, answers: Answers): Planned {
  const spec = readSpec(backend);
  const found = findOperation(change.method, change.path, spec.api);
  if (!found.ok) return found.ending;
  const operation = found.value;
  if (signsIn(operation))
    return {
      kind: "refused",
      reason: `${operation.key} is part of how actors sign in.`,
      remedy: signInRemedy(operation, { backend, ...spec }),
    };
  const names = { ...NO_NAMES, operations: [operation.key] };
  // Tests are called after what they call: `test_api_article_erase` tests `….articles.erase`.
  const called = wordsOf((operation.accessor ?? []).slice(-2).join("_"));
  const words = called.length === 0 ? [] : [called];
  return planDifference(backend, change, answers, spec, { names, words });
}
