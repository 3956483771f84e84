import type { Finding, Rule } from "../../model/loop/finding.js";
import { nearestFirst } from "../../model/loop/nearest-first.js";
import { childPath } from "../../model/schema/path.js";
import { modelsNamed } from "../../plan/models-named.js";
import type { DatabaseSpec } from "../../spec/database/database-spec.js";
import { endsWith, wordsOf } from "../../spec/words.js";
import { changePath, type HoldsChanges } from "../holds-changes.js";
import { namedValues } from "../names/named-values.js";

/** A model that a change speaks of is there, or another change of the answer adds it. */
export function modelsExist(database: DatabaseSpec): Rule<HoldsChanges> {
  return ({ changes }) => {
    const added = changes.flatMap(({ change }) => (change.kind === "add-model" ? [change.name] : []));
    const isAdded = (name: string): boolean => added.some((each) => endsWith(wordsOf(name), wordsOf(each)));
    return changes.flatMap(({ change }, index) =>
      namedValues(change).flatMap(({ kind, keys, name }): readonly Finding[] =>
        kind !== "model" || isAdded(name) || modelsNamed(name, wordsOf(name), database).length > 0
          ? []
          : [
              {
                path: keys.reduce<string>(childPath, changePath(index)),
                expected: "a model",
                found: name,
                candidates: [...added, ...nearestFirst(name, [...database.models.keys()])],
                advice: "One that is not there yet has to be added by add-model.",
                by: "rule",
              },
            ],
      ),
    );
  };
}
