import { requiredParents } from "../../spec/database/read-stance.js";
import type { Model } from "../../spec/database/database-spec.js";
import type { Operation } from "../../spec/interface/interface-spec.js";
import type { Spec } from "../../spec/spec.js";
import { byAccessor } from "../../spec/test/test-scope.js";
import { wordsOf } from "../../spec/words.js";

/** More calls than these a step does not read. */
const SHOWN = 28;

/** Models that an operation has to do with itself; those behind them are only related to them. */
const NEAR = 5;

/**
 * The functions of the API that a test of an operation may call, with what each takes and answers: the operation itself,
 * how actors join, how rows are made that others cannot do without, and what is done with rows of the models in view, the
 * nearest first.
 */
export function callsInView(
  operation: Operation,
  models: readonly Model[],
  { api, database }: Spec,
): readonly (readonly [accessor: string, operation: Operation])[] {
  const order = models.map(({ name }) => name);
  const needed = namesNeeded(models.slice(0, NEAR), database.models);
  const modelsAt = new Map<string, Set<string>>();
  for (const { path, body, response } of api.operations.values()) {
    const about = [body, response].flatMap((name) => api.dtos.get(name ?? "")?.model ?? []);
    modelsAt.set(path, new Set([...(modelsAt.get(path) ?? []), ...about]));
  }
  const rank = (each: Operation): number => {
    if (each.key === operation.key) return -2;
    if (/\/auth\/.*join$/i.test(each.path)) return -1;
    if (/\/auth\//.test(each.path)) return 100;
    const made =
      each.method === "POST" && each.actor !== null ? api.dtos.get(each.response ?? "")?.model : null;
    if (needed.has(made ?? "")) return -1;
    // An operation that takes and answers nothing is about what others at its path are about.
    const near = order.findIndex((name) => modelsAt.get(each.path)?.has(name));
    const elsewhere = each.actor === null || each.actor === operation.actor ? 0 : 2;
    return 2 * (near === -1 ? 50 : near) + elsewhere - sharedWords(each.path, operation.path);
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

/** Models of which there has to be a row before there can be one of these, and these themselves. */
function namesNeeded(models: readonly Model[], all: ReadonlyMap<string, Model>): ReadonlySet<string> {
  const needed = new Set<string>();
  const visit = (model: Model): void => {
    if (needed.has(model.name)) return;
    needed.add(model.name);
    for (const { relation } of requiredParents(model)) {
      const parent = all.get(relation?.target ?? "");
      if (parent !== undefined) visit(parent);
    }
  };
  models.forEach(visit);
  return needed;
}

function sharedWords(one: string, other: string): number {
  const words = new Set(wordsOf(other));
  return wordsOf(one).filter((word) => words.has(word)).length;
}
