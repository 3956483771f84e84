import type { ApiCall } from "../../expression/expression.js";
import type { Operation } from "../../interface/interface-spec.js";
import { unknownName, type Violation } from "../../rules/violation.js";
import type { TestScope } from "../test-scope.js";
import { apiCallsIn } from "./api-calls-in.js";

/** An API call gives the path parameters and the body that its operation takes, and nothing else. */
export function callProps(tree: unknown, { operations }: TestScope, at: string): readonly Violation[] {
  return apiCallsIn(tree, at).flatMap(({ call, path }) => {
    const operation = operations.get(call.accessor);
    return operation === undefined ? [] : checkProps(call, operation, `${path}.props`);
  });
}

function checkProps({ props }: ApiCall, operation: Operation, path: string): readonly Violation[] {
  const names = [...operation.parameters, ...(operation.body === null ? [] : ["body"])];
  if (props === null) return names.map((name) => lacking(name, operation, path));
  const isWhole = props.kind === "object" && props.members.every(({ kind }) => kind === "value");
  if (props.kind !== "object" || !isWhole) return [];
  const given = props.members.flatMap((each) => (each.kind === "value" ? [each.name] : []));
  const extra = given.flatMap((name, index) =>
    names.includes(name)
      ? []
      : [unknownName(`${path}.members[${index}].name`, `something ${operation.key} takes`, name, names)],
  );
  return [
    ...extra,
    ...names
      .filter((name) => !given.includes(name))
      .map((name) => lacking(name, operation, `${path}.members`)),
  ];
}

function lacking(name: string, { key, body }: Operation, path: string): Violation {
  const what = name === "body" ? `the body, ${body ?? ""}` : `the path parameter ${name}`;
  return {
    path,
    expected: `a member ${name}`,
    found: "none",
    candidates: [name],
    advice: `${key} takes ${what}; give it.`,
  };
}
