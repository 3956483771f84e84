import type { Rule } from "../../../model/loop/finding.js";
import type { Operation } from "../../../spec/interface/interface-spec.js";
import { apiCallsIn } from "../../../spec/test/rules/api-calls-in.js";
import type { TestAnswer } from "../test-answer.js";

/** A test of an operation calls it. */
export function callsTheOperation({ accessor, key }: Operation): Rule<TestAnswer> {
  const own = accessor?.join(".") ?? "";
  return (answer) => {
    const calls = apiCallsIn(answer, "$input");
    if (own === "" || calls.some(({ call }) => call.accessor === own)) return [];
    return [
      {
        path: "$input.act",
        expected: `a call of ${own}`,
        found: calls.map(({ call }) => call.accessor).join(", "),
        candidates: [{ kind: "apiCall", accessor: own }],
        advice: `This is a test of ${key}; call it.`,
        by: "rule",
      },
    ];
  };
}
