import { checkExpression } from "../../expression/rules/check-expression.js";
import type { Violation } from "../../rules/violation.js";
import type { Scenario } from "../scenario.js";
import type { TestScope } from "../test-scope.js";
import { assertsSomething } from "./asserts-something.js";
import { callProps } from "./call-props.js";
import { errorsAwaited } from "./errors-awaited.js";
import { knownAccessors } from "./known-accessors.js";
import { knownTestHelpers } from "./known-helpers.js";

const PARTS = ["arrange", "act", "assert"] as const;

/** Everything that is wrong with a test, as far as what it can see tells; the compiler has the last word. */
export function checkScenario(scenario: Scenario, scope: TestScope, at = "$"): readonly Violation[] {
  const outside = [...scope.names, ...scope.helpers, "connection"];
  return [
    ...checkExpression(scenario, outside, at),
    ...knownAccessors(scenario, scope, at),
    ...callProps(scenario, scope, at),
    ...knownTestHelpers(scenario, scope, at),
    ...PARTS.flatMap((part) => errorsAwaited(scenario[part], `${at}.${part}`)),
    ...assertsSomething(scenario, at),
  ];
}
