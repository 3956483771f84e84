import { SCALARS, type Scalar } from "../../change/field-type.js";
import type { AddModel } from "../../change/kinds/add-model.js";
import type { ModelField } from "../../change/model-field.js";
import { nearestOf } from "../../change/nearest.js";
import type { Known } from "../../generate/create/known.js";
import type { NewColumn } from "../../generate/create/new-model.js";
import { scalarOf } from "../../generate/scalars.js";
import type { Model } from "../../spec/database/database-spec.js";
import { ownWords, wordsOf } from "../../spec/words.js";
import { writtenDefault } from "../written-default.js";
import { modelsNamed } from "../models-named.js";
import { refuse, type Found } from "../found.js";

/** A reference to rows of a model. */
export interface Reference {
  readonly name: string;
  readonly target: Model;
  readonly optional: boolean;
}

export interface Fields {
  readonly columns: readonly NewColumn[];
  readonly references: readonly Reference[];
}

/** What each field of a request is: a column, or a reference. */
export function resolveFields(change: AddModel, known: Known): Found<Fields> {
  const columns: NewColumn[] = [];
  const references: Reference[] = [];
  for (const field of change.fields) {
    const scalar = scalarOf(field.type.name);
    if (scalar !== null) {
      const column = resolveColumn(field, scalar);
      if (!column.ok) return column;
      columns.push(column.value);
      continue;
    }
    if (field.type.others !== undefined)
      return refuse(
        `"${field.name}" may lead to ${[field.type.name, ...field.type.others].join(" or ")}, and nothing says which.`,
        "Give the model one field for each.",
      );
    const target = findTarget(field.type.name, known);
    if (!target.ok) return target;
    if (field.unique || field.default !== null)
      return refuse(
        `"${field.name}" leads to ${target.value.name} and can be neither unique nor have a default.`,
        "Leave that out.",
      );
    references.push({ name: field.name, target: target.value, optional: field.type.optional });
  }
  return { ok: true, value: { columns, references } };
}

function resolveColumn(field: ModelField, scalar: Scalar): Found<NewColumn> {
  const { name, type, unique } = field;
  const value = field.default === null ? null : writtenDefault(field.default, scalar, type);
  if (field.default !== null && value === null)
    return refuse(
      `The default of "${name}" cannot be ${field.default}.`,
      type.values.length > 0
        ? `It may be one of: ${type.values.join(", ")}.`
        : `Write a value of type ${scalar}.`,
    );
  const column = { name, scalar, values: type.values, optional: type.optional, unique, default: value };
  return { ok: true, value: column };
}

/** The model that a word means; several or none of them is for the person to say. */
export function findTarget(word: string, { database }: Known): Found<Model> {
  const names = modelsNamed(word, wordsOf(word), database);
  const [only, ...others] = names.flatMap((name) => database.models.get(name) ?? []);
  if (only !== undefined && others.length === 0) return { ok: true, value: only };
  if (only !== undefined)
    return refuse(`"${word}" may mean ${names.join(" or ")}.`, "Name one of them in full.");
  const own = [...ownWords(database.models.keys()).values()].map((words) => words.join("_"));
  const near = nearestOf(word, [...own, ...SCALARS]);
  return refuse(
    `"${word}" is neither a type nor a model.`,
    `${near === null ? "" : `Did you mean ${near}? `}The types are ${SCALARS.join(", ")}, values in quotes, and models.`,
  );
}
