import type { ApiCall } from "../../expression/expression.js";
import type { Operation } from "../../interface/interface-spec.js";
import { nearestNames } from "../../../util/nearest-names.js";
import { unknownName, type Violation } from "../../rules/violation.js";
import type { TestScope } from "../test-scope.js";
import { apiCallsIn } from "./api-calls-in.js";

/** An API call gives the path parameters and the body that its operation takes, and nothing else. */
export function callProps(tree: unknown, { operations }: TestScope, at: string): readonly Violation[] {
  return apiCallsIn(tree, at).flatMap(({ call, path }) => {
    const operation = operations.get(call.accessor);
    const wrong = operation === undefined ? [] : checkProps(call, operation, `${path}.props`);
    return wrong.length === 0 ? [] : [...wrong, ...meantOther(call, operations, `${path}.accessor`)];
  });
}

/** Where other operations take exactly what is given, it may be the operation that is wrong. */
function meantOther(
  { accessor, props }: ApiCall,
  operations: TestScope["operations"],
  path: string,
): readonly Violation[] {
  const given = givenIn(props)?.join() ?? null;
  const fitting = [...operations].flatMap(([name, each]) =>
    given !== null && takenBy(each).join() === given ? [name] : [],
  );
  if (fitting.length === 0) return [];
  const candidates = nearestNames(accessor, fitting);
  const expected = "an operation that takes what is given";
  return [{ path, expected, found: accessor, candidates, advice: "These take exactly that." }];
}

function takenBy({ parameters, body }: Operation): readonly string[] {
  return [...parameters, ...(body === null ? [] : ["body"])];
}

/** The names that are given; null where they are not all written out. */
function givenIn(props: ApiCall["props"]): readonly string[] | null {
  if (props === null) return [];
  const isWhole = props.kind === "object" && props.members.every(({ kind }) => kind === "value");
  if (props.kind !== "object" || !isWhole) return null;
  return props.members.flatMap((each) => (each.kind === "value" ? [each.name] : []));
}

function checkProps({ props }: ApiCall, operation: Operation, path: string): readonly Violation[] {
  const names = takenBy(operation);
  if (props === null) return names.map((name) => lacking(name, operation, path));
  const given = givenIn(props);
  if (given === null) return [];
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
    expected: `at least one member, ${name}`,
    found: "none",
    candidates: [name],
    advice: `${key} takes ${what}; give it.`,
  };
}
