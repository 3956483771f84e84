import { printChange } from "../../change/forms.js";
import type { AddProperty } from "../../change/kinds/add-property.js";
import type { DatabaseSpec, Field, Model } from "../../spec/database/database-spec.js";
import { sameWords, wordsOf } from "../../spec/words.js";
import { nothingCalled } from "../field/find-field.js";
import type { Found } from "../found.js";
import { modelsNamed } from "../models-named.js";

/** The list of a model that a line means: by its own name, or by the model that its rows are of. */
export function findRows(change: AddProperty, model: Model, database: DatabaseSpec): Found<Field> {
  const lists = model.fields.filter(({ list, relation }) => list && relation !== null);
  const own = lists.find(({ name }) => name === change.of);
  if (own !== undefined) return { ok: true, value: own };
  const named = lists.filter(({ name }) => sameWords(wordsOf(name), wordsOf(change.of)));
  const targets = modelsNamed(change.of, wordsOf(change.of), database);
  const leading =
    named.length > 0 ? named : lists.filter(({ relation }) => targets.includes(relation?.target ?? ""));
  const [only] = leading;
  if (only !== undefined && leading.length === 1) return { ok: true, value: only };
  if (leading.length > 1) {
    const candidates = leading.map(({ name }) => ({
      command: printChange({ ...change, of: name }),
      takes: [],
    }));
    return { ok: false, ending: { kind: "ambiguous", candidates } };
  }
  const one = model.fields.find(({ name, relation }) => name === change.of && relation !== null);
  if (one !== undefined)
    return {
      ok: false,
      ending: {
        kind: "refused",
        reason: `${model.name}.${one.name} leads to one row at most.`,
        remedy: "Name what leads to several rows.",
      },
    };
  const reason = `${model.name} has no list called "${change.of}".`;
  return nothingCalled(reason, change.of, new Map(lists.map(({ name }) => [name, wordsOf(name).join("")])));
}
