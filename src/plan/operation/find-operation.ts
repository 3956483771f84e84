import { distance } from "fastest-levenshtein";
import type { InterfaceSpec, Operation } from "../../spec/interface/interface-spec.js";
import type { Found } from "../found.js";

/** The operation of a method and a path; the nearest ones where there is none. */
export function findOperation(method: string, path: string, api: InterfaceSpec): Found<Operation> {
  const wanted = shapeOf(`${method} ${path}`);
  const found = [...api.operations.values()].find(({ key }) => shapeOf(key) === wanted);
  if (found !== undefined) return { ok: true, value: found };
  const nearest = [...api.operations.keys()]
    .sort((a, b) => distance(shapeOf(a), wanted) - distance(shapeOf(b), wanted))
    .slice(0, 5);
  const reason = `There is no operation ${method} ${path}.`;
  return { ok: false, ending: { kind: "nothing-to-do", reason, nearest } };
}

/** Operations are the same whatever their parameters are called. */
export function shapeOf(key: string): string {
  return key.replaceAll(/\{\w+\}|:\w+/g, "{}").replace(/\/$/, "");
}

/** Whether an operation is part of how actors sign in. */
export function signsIn({ path }: Operation): boolean {
  return /^\/(\w+\/)?auth\//.test(path);
}
