import type { Model } from "../../spec/database/database-spec.js";
import type { Operation } from "../../spec/interface/interface-spec.js";
import type { Spec } from "../../spec/spec.js";
import { byAccessor } from "../../spec/test/test-scope.js";
import { wordsOf } from "../../spec/words.js";

/** More calls than these a step does not read. */
const SHOWN = 32;

/**
 * The functions of the API that a test of an operation may call, with what each takes and answers: the operation itself,
 * how actors join, and what is done with rows of the models in view, the nearest first.
 */
export function callsInView(
  operation: Operation,
  models: readonly Model[],
  { api }: Spec,
): readonly (readonly [accessor: string, operation: Operation])[] {
  const order = models.map(({ name }) => name);
  const rank = (each: Operation): number => {
    if (each.key === operation.key) return -2;
    if (/\/auth\/.*join$/i.test(each.path)) return -1;
    if (/\/auth\//.test(each.path)) return 100;
    const about = [each.body, each.response].flatMap((name) => api.dtos.get(name ?? "")?.model ?? []);
    const near = order.findIndex((name) => about.includes(name));
    return (near === -1 ? 50 : near) - sharedWords(each.path, operation.path);
  };
  return [...byAccessor(api.operations.values())].sort(([, a], [, b]) => rank(a) - rank(b)).slice(0, SHOWN);
}

export function printCall([accessor, operation]: readonly [string, Operation]): string {
  const { parameters, body, response, actor } = operation;
  const taken = [...parameters, ...(body === null ? [] : [`body: ${body}`])];
  const props = taken.length === 0 ? "" : `, { ${taken.join(", ")} }`;
  const who = actor === null ? "" : ` by ${actor}`;
  return `${accessor}(connection${props}): ${response ?? "void"}${who}`;
}

function sharedWords(one: string, other: string): number {
  const words = new Set(wordsOf(other));
  return wordsOf(one).filter((word) => words.has(word)).length;
}
