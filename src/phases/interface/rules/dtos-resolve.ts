import { SCALARS } from "../../../change/field-type.js";
import type { Finding, Rule } from "../../../model/loop/finding.js";
import { nearestFirst } from "../../../model/loop/nearest-first.js";
import type { InterfaceSpec } from "../../../spec/interface/interface-spec.js";
import { changePath } from "../../holds-changes.js";
import type { InterfaceDesign } from "../interface-design.js";

/** Every DTO that is named is there or added, and what is added is taken, answered or part of another one. */
export function dtosResolve({ dtos }: InterfaceSpec): Rule<InterfaceDesign> {
  return ({ changes }) => {
    const added = changes.flatMap(({ change }) => (change.kind === "add-dto" ? [change.name] : []));
    const known = [...added, ...dtos.keys()];
    const uses = changes.flatMap(({ change }, index) => usesOf(change, changePath(index)));
    const used = new Set(uses.flatMap(({ name, by }) => (by === name ? [] : [name])));
    return [
      ...uses.flatMap(({ path, name, scalars }): readonly Finding[] =>
        known.includes(name) || scalars.includes(name)
          ? []
          : [
              {
                path,
                expected: scalars.length === 0 ? "a DTO" : "a scalar or a DTO",
                found: name,
                candidates: [...added, ...nearestFirst(name, [...scalars, ...dtos.keys()]).slice(0, 12)],
                advice: "One that is not there yet has to be added by add-dto.",
                by: "rule",
              },
            ],
      ),
      ...changes.flatMap((entry, index): readonly Finding[] => {
        const { change } = entry;
        if (change.kind !== "add-dto" || used.has(change.name)) return [];
        const advice = `No operation that is added takes or answers with ${change.name}: name it there, or take it out.`;
        const path = `$input.changes[${index}]`;
        return [{ path, expected: "nothing", found: change.name, candidates: [], advice, by: "rule" }];
      }),
    ];
  };
}

interface Use {
  readonly path: string;
  readonly name: string;
  /** The DTO that has it as a part; null for an operation. */
  readonly by: string | null;
  /** What else may be named there. */
  readonly scalars: readonly string[];
}

function usesOf(change: InterfaceDesign["changes"][number]["change"], path: string): readonly Use[] {
  if (change.kind === "add-dto")
    return change.members.map(({ type }, index) => ({
      path: `${path}.members[${index}].type`,
      name: type,
      by: change.name,
      scalars: SCALARS,
    }));
  if (change.kind !== "add-stub") return [];
  const { body, response } = change;
  return Object.entries({ body, response }).flatMap(([key, name]) =>
    name === null ? [] : [{ path: `${path}.${key}`, name, by: null, scalars: [] }],
  );
}
