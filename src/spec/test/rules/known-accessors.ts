import { unknownName, type Violation } from "../../rules/violation.js";
import type { TestScope } from "../test-scope.js";
import { apiCallsIn } from "./api-calls-in.js";

/** API calls are of operations that exist. */
export function knownAccessors(tree: unknown, { operations }: TestScope, at: string): readonly Violation[] {
  return apiCallsIn(tree, at).flatMap(({ call, path }) =>
    operations.has(call.accessor)
      ? []
      : [unknownName(`${path}.accessor`, "an operation", call.accessor, operations.keys())],
  );
}
