import type { Finding, Rule } from "../../model/loop/finding.js";
import { childPath, type Key } from "../../model/schema/path.js";
import type { Spec } from "../../spec/spec.js";
import { changePath, type HoldsChanges } from "../holds-changes.js";
import { namedValues, type NamedValue } from "../names/named-values.js";
import { membersOf } from "./members-of.js";

/**
 * What one change of an answer makes for another belongs where that one looks for it. Either of the two may be what is
 * wrong, so both places are told.
 */
export function makersAgree(spec: Spec): Rule<HoldsChanges> {
  return ({ changes }) => {
    const makers = changes.flatMap(({ change }, index) =>
      change.kind === "add-field"
        ? [{ name: change.name, owners: ownersIn(namedValues(change)), index }]
        : [],
    );
    return changes.flatMap(({ change }, index) => {
      const values = namedValues(change);
      const owners = ownersIn(values);
      return values.flatMap((value): readonly Finding[] => {
        const known = membersOf(value, namesOf(owners), spec);
        if (known === null || known.includes(value.name)) return [];
        const same = makers.filter(({ name }) => name === value.name);
        if (same.length === 0 || same.some((maker) => meet(maker.owners, owners, spec))) return [];
        return same.flatMap((maker) => [
          ...maker.owners.map((owner) => apart(owner, maker.index, value.name, namesOf(owners))),
          ...owners.map((owner) => apart(owner, index, value.name, namesOf(maker.owners))),
        ]);
      });
    });
  };
}

function ownersIn(values: readonly NamedValue[]): readonly NamedValue[] {
  return values.filter(({ kind }) => kind === "model" || kind === "shape");
}

function namesOf(owners: readonly NamedValue[]): readonly string[] {
  return owners.map(({ name }) => name);
}

/** Whether two changes are about a common model, be it by one of its DTOs. */
function meet(some: readonly NamedValue[], others: readonly NamedValue[], { api }: Spec): boolean {
  const modelOf = ({ name }: NamedValue): string => api.dtos.get(name)?.model ?? name;
  return some.some((one) => others.some((other) => modelOf(one) === modelOf(other)));
}

function apart(owner: NamedValue, index: number, name: string, candidates: readonly string[]): Finding {
  return {
    path: (owner.keys as readonly Key[]).reduce<string>(childPath, changePath(index)),
    expected: `the same model in every change that speaks of ${name}`,
    found: owner.name,
    candidates,
    advice: null,
    by: "rule",
  };
}
