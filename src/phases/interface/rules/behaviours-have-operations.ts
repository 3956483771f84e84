import type { ChangeOf } from "../../../change/change.js";
import type { Finding, Rule } from "../../../model/loop/finding.js";
import { nearestFirst } from "../../../model/loop/nearest-first.js";
import { changePath } from "../../holds-changes.js";
import { doubles } from "../../rules/doubles.js";
import type { InterfaceDesign } from "../interface-design.js";
import { keyOfStub } from "../stub-key.js";

/** A behaviour is one of an operation that there is, or that the answer adds; each stub has one, because nothing derives it. */
export function behavioursHaveOperations(existing: readonly string[]): Rule<InterfaceDesign> {
  return (design) => {
    const { changes, behaviours } = design;
    const stubs = changes.flatMap(({ change, serves }, index) =>
      change.kind === "add-stub" ? [{ change, serves, index, key: keyOfStub(change) }] : [],
    );
    const made = stubs.map(({ key }) => key);
    // What derived operations are called is known once they are planned.
    const derives = changes.some(({ change }) => isDerived(change.kind));
    const named = behaviours.map(({ operation }) => operation);
    const unknown = named.filter((each) => !made.includes(each) && !existing.includes(each));
    const idle = stubs.filter(({ key }) => !named.includes(key));
    return [
      ...(derives ? [] : unknownOperations(design, made, existing)),
      ...doubles(
        behaviours,
        "$input.behaviours",
        ({ operation }) => operation,
        "is of the same operation: put what it serves there, and take it out.",
      ),
      ...idle.flatMap((stub) => [idleFinding(stub), ...otherNames(stub, unknown)]),
    ];
  };
}

/** Behaviours of operations that are neither made by the answer nor there. */
export function unknownOperations(
  { behaviours }: InterfaceDesign,
  made: readonly string[],
  existing: readonly string[],
): readonly Finding[] {
  return behaviours.flatMap(({ operation }, index): readonly Finding[] =>
    made.includes(operation) || existing.includes(operation)
      ? []
      : [
          {
            path: `$input.behaviours[${index}].operation`,
            expected: "method and path of an operation",
            found: operation,
            candidates: [...made, ...nearestFirst(operation, existing).slice(0, 12)],
            advice: "One that is not there yet has to be added by a change.",
            by: "rule",
          },
          {
            path: "$input.changes",
            expected: `at least one that adds "${operation}"`,
            found: "none",
            candidates: [],
            advice: "Or the behaviour is one of another operation.",
            by: "rule",
          },
        ],
  );
}

interface Stub {
  readonly change: ChangeOf<"add-stub">;
  readonly serves: readonly string[];
  readonly index: number;
  readonly key: string;
}

function idleFinding({ key, serves }: Stub): Finding {
  return {
    path: "$input.behaviours",
    expected: `at least one of "${key}"`,
    found: "none",
    candidates: [{ operation: key, serves }],
    advice: "Nothing derives what a stub does.",
    by: "rule",
  };
}

/** The behaviour may be right, and the stub be called otherwise than it should. */
function otherNames({ change, index, key }: Stub, unknown: readonly string[]): readonly Finding[] {
  const [meant] = nearestFirst(key, unknown);
  const [, method, path] = /^(\S+) (\/\S*)$/.exec(meant ?? "") ?? [];
  if (meant === undefined || method === undefined || path === undefined) return [];
  const names = { method, path } as const;
  return (["method", "path"] as const).flatMap((name): readonly Finding[] =>
    change[name] === names[name]
      ? []
      : [
          {
            path: `${changePath(index)}.${name}`,
            expected: `the ${name} that its behaviour says`,
            found: change[name],
            candidates: [names[name]],
            advice: `A behaviour says "${meant}".`,
            by: "rule",
          },
        ],
  );
}

function isDerived(kind: string): boolean {
  return kind === "add-operation" || kind === "add-transition";
}
