import type { Change } from "../../change/change.js";
import type { Finding, Rule } from "../../model/loop/finding.js";
import { nearestFirst } from "../../model/loop/nearest-first.js";
import { childPath } from "../../model/schema/path.js";
import type { Spec } from "../../spec/spec.js";
import { namedValues, type NamedValue } from "../names/named-values.js";
import { changePath, type HoldsChanges } from "../holds-changes.js";
import { membersOf } from "./members-of.js";

/** A column, a relation or a property is one of the model that stands beside it; a path has the method. */
export function namesBelong(spec: Spec): Rule<HoldsChanges> {
  return ({ changes }) => {
    const made = changes.flatMap(({ change }) => madeBy(change));
    return changes.flatMap(({ change }, index) => {
      const values = namedValues(change);
      const owners = values
        .filter(({ kind }) => kind === "model" || kind === "shape")
        .map(({ name }) => name);
      const method = values.find(({ kind }) => kind === "method")?.name;
      return values.flatMap((value): readonly Finding[] => {
        const known = value.kind === "path" ? pathsWith(method, spec) : membersOf(value, owners, spec);
        if (known === null || [...known, ...made].includes(value.name)) return [];
        const path = value.keys.reduce<string>(childPath, changePath(index));
        const of = value.kind === "path" ? `with ${method ?? "that method"}` : `of ${owners.join(", ")}`;
        const expected = `a ${value.kind} ${of}`;
        const candidates = nearestFirst(value.name, [...known, ...made]);
        const member = { path, expected, found: value.name, candidates, advice: null, by: "rule" } as const;
        return [member, ...ownerInstead(value, values, index, spec), ...makersInstead(value, changes)];
      });
    });
  };
}

/** A change that makes a member for which nobody asks may be the one that was to make this one. */
function makersInstead({ kind, name }: NamedValue, changes: HoldsChanges["changes"]): readonly Finding[] {
  if (kind === "path") return [];
  const asked = changes.flatMap(({ change }) => namedValues(change).map((value) => value.name));
  return changes.flatMap(({ change }, index): readonly Finding[] => {
    if (change.kind !== "add-field" || asked.includes(change.name)) return [];
    return [
      {
        path: childPath(changePath(index), "name"),
        expected: `${name}, if this is the ${kind} that another change speaks of`,
        found: change.name,
        candidates: [name],
        advice: null,
        by: "rule",
      },
    ];
  });
}

/** What stands beside a member may be what is wrong: the ones that do have it. */
function ownerInstead(
  value: NamedValue,
  values: readonly NamedValue[],
  index: number,
  spec: Spec,
): readonly Finding[] {
  const wanted = value.kind === "path" ? ["method"] : ["model", "shape"];
  return values
    .filter(({ kind }) => wanted.includes(kind))
    .flatMap((owner): readonly Finding[] => {
      const candidates = ownersOf(value, owner.kind, spec).filter((name) => name !== owner.name);
      if (candidates.length === 0) return [];
      return [
        {
          path: owner.keys.reduce<string>(childPath, changePath(index)),
          expected: `a ${owner.kind} that has ${value.name}, unless it is ${value.name} that is wrong`,
          found: owner.name,
          candidates: nearestFirst(owner.name, candidates),
          advice: null,
          by: "rule",
        },
      ];
    });
}

/** Everything that has a member of such a name. */
function ownersOf(value: NamedValue, kind: NamedValue["kind"], spec: Spec): readonly string[] {
  if (kind === "method")
    return [...spec.api.operations.values()].flatMap(({ path, method }) =>
      path === value.name ? [method] : [],
    );
  const models = [...spec.database.models.keys()];
  const owners = kind === "model" ? models : [...models, ...spec.api.dtos.keys()];
  return owners.filter((name) => membersOf(value, [name], spec)?.includes(value.name) === true);
}

/** The names that a change makes for others of the same answer. */
function madeBy(change: Change): readonly string[] {
  if (change.kind.startsWith("add-") && "name" in change) return change.name === null ? [] : [change.name];
  return change.kind.startsWith("rename-") && "to" in change && typeof change.to === "string"
    ? [change.to]
    : [];
}

function pathsWith(method: string | undefined, { api }: Spec): readonly string[] {
  return [...api.operations.values()].filter((each) => each.method === method).map(({ path }) => path);
}
