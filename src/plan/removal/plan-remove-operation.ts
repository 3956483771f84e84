import { distance } from "fastest-levenshtein";
import type { Answers } from "../../change/answer.js";
import type { RemoveOperation } from "../../change/kinds/remove-operation.js";
import type { Backend } from "../../source/backend.js";
import { NO_NAMES } from "../../spec/names.js";
import { wordsOf } from "../../spec/words.js";
import { readSpec } from "../../spec/spec.js";
import type { Planned } from "../planned.js";
import { planDifference } from "./plan-removal.js";

/** Plans taking one operation away, with the DTOs, tests and modules that served nothing else. */
export function planRemoveOperation(backend: Backend, change: RemoveOperation, answers: Answers): Planned {
  const spec = readSpec(backend);
  const wanted = shapeOf(`${change.method} ${change.path}`);
  const operation = [...spec.api.operations.values()].find(({ key }) => shapeOf(key) === wanted);
  if (operation === undefined) {
    const nearest = [...spec.api.operations.keys()]
      .sort((a, b) => distance(shapeOf(a), wanted) - distance(shapeOf(b), wanted))
      .slice(0, 5);
    return {
      kind: "nothing-to-do",
      reason: `There is no operation ${change.method} ${change.path}.`,
      nearest,
    };
  }
  if (/^\/(\w+\/)?auth\//.test(operation.path))
    return {
      kind: "refused",
      reason: `${operation.key} is part of how actors sign in.`,
      remedy: "Removing an actor or its sign-in is not supported yet.",
    };
  const removed = { ...NO_NAMES, operations: [operation.key] };
  // Tests are called after what they call: `test_api_article_erase` tests `….articles.erase`.
  const called = wordsOf((operation.accessor ?? []).slice(-2).join("_"));
  const words = called.length === 0 ? [] : [called];
  return planDifference(backend, change, answers, spec, removed, words, []);
}

/** Operations are the same whatever their parameters are called. */
function shapeOf(key: string): string {
  return key.replaceAll(/\{\w+\}|:\w+/g, "{}").replace(/\/$/, "");
}
