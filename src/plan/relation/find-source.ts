import type { AddRelation } from "../../change/kinds/add-relation.js";
import { printChange } from "../../change/forms.js";
import { nearestOf } from "../../change/nearest.js";
import type { Field, Model } from "../../spec/database/database-spec.js";
import { sameWords, wordsOf } from "../../spec/words.js";
import { type Found, refuse } from "../found.js";

/**
 * The relation whose row is meant in rows that stand, where each of them is to lead somewhere; the ways out as commands
 * where the change names none.
 */
export function findSource(change: AddRelation, model: Model, target: Model): Found<Field> {
  const relations = model.fields.filter(({ relation }) => (relation?.fields.length ?? 0) > 0);
  const fitting = relations.filter(({ relation, optional }) => relation?.target === target.name && !optional);
  const { filledFrom, onDelete } = change;
  const optional = printChange(asOptional(change));
  if (onDelete === "set null")
    return refuse(
      `${model.name}.${change.name} could not be set to null when its row is deleted: it is required.`,
      `Let it be empty: ${optional}.`,
    );
  if (filledFrom === undefined && fitting.length === 0)
    return refuse(
      `Rows of ${model.name} that stand would lead nowhere, and no relation of theirs leads to a row of ${target.name} that could be meant.`,
      `Let it be empty: ${optional}.`,
    );
  if (filledFrom === undefined)
    return {
      ok: false,
      ending: {
        kind: "ambiguous",
        candidates: [
          optional,
          ...fitting.map(({ name }) => printChange({ ...change, filledFrom: name })),
        ].map((command) => ({ command, takes: [] })),
      },
    };
  const found = relations.find(({ name }) => sameWords(wordsOf(name), wordsOf(filledFrom)));
  const names = fitting.map(({ name }) => name);
  const near = nearestOf(filledFrom, names);
  const way =
    names.length === 0
      ? `Let it be empty: ${optional}.`
      : `${near === null ? "" : `Did you mean ${near}? `}It can be filled from: ${names.join(", ")}.`;
  if (found === undefined) return refuse(`${model.name} has no relation "${filledFrom}".`, way);
  if (found.relation?.target !== target.name)
    return refuse(
      `${model.name}.${found.name} leads to ${found.relation?.target}, not to ${target.name}.`,
      way,
    );
  return found.optional
    ? refuse(`${model.name}.${found.name} may be empty, and rows without it would lead nowhere.`, way)
    : { ok: true, value: found };
}

function asOptional({ kind, name, target, to, unique, onDelete, carriers }: AddRelation): AddRelation {
  return { kind, name, target, optional: true, to, unique, onDelete, carriers };
}
