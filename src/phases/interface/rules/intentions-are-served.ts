import type { Finding, Rule } from "../../../model/loop/finding.js";
import type { NamedIntention } from "../../intentions.js";
import { doubles, doublesWithin } from "../../rules/doubles.js";
import type { InterfaceDesign } from "../interface-design.js";

/** What is known before the interface is designed. */
export interface Before {
  readonly intentions: readonly NamedIntention[];
  /** Intentions that a change of the database serves. */
  readonly served: ReadonlySet<string>;
  /** Whether changes are made that say of no intention whether they serve it. */
  readonly understood: boolean;
}

/** Every intention is programmed somewhere or is settled by changes, and not both. */
export function intentionsAreServed({ intentions, served, understood }: Before): Rule<InterfaceDesign> {
  return ({ changes, behaviours, settled }) => {
    const programmed = new Set(behaviours.flatMap(({ serves }) => serves));
    const changed = new Set([...served, ...changes.flatMap(({ serves }) => serves)]);
    const unserved = intentions.filter(({ id }) => !programmed.has(id) && !settled.includes(id));
    const wrong = settled.flatMap((id, index): readonly Finding[] => {
      const path = `$input.settled[${index}]`;
      const finding = { path, expected: "nothing", found: id, candidates: [], by: "rule" } as const;
      if (programmed.has(id))
        return [{ ...finding, advice: `A behaviour serves "${id}", so it is not settled: take it out.` }];
      if (understood || changed.has(id)) return [];
      const advice = `No change serves "${id}": take it out, and name it in the behaviour of an operation.`;
      return [{ ...finding, advice }];
    });
    return [
      ...unserved.map(unservedFinding),
      ...wrong,
      ...doubles(settled, "$input.settled"),
      ...behaviours.flatMap((each, index) => doublesWithin(each, `$input.behaviours[${index}]`)),
    ];
  };
}

function unservedFinding({ id, requirement }: NamedIntention): Finding {
  return {
    path: "$input.behaviours",
    expected: `at least one that serves "${id}"`,
    found: "none",
    candidates: [],
    advice: `"${id}" says: ${requirement} Name it in the behaviour of each operation whose code has a part in that, or in settled if changes alone fulfil it.`,
    by: "rule",
  };
}
