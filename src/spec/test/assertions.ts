import type { Expression } from "../expression/expression.js";
import type { TestStatement } from "./scenario.js";

const ASSERTIONS: ReadonlySet<Expression["kind"]> = new Set([
  "equal",
  "notEqual",
  "predicate",
  "error",
  "httpError",
]);

/** Whether a step says what has to hold. That an answer is of its type goes along with the call. */
export function isAssertion(node: TestStatement): boolean {
  if (node.kind !== "expression") return false;
  const value = node.value.kind === "await" ? node.value.value : node.value;
  return ASSERTIONS.has(value.kind);
}
