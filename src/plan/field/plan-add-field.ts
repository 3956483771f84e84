import type { AddField } from "../../change/kinds/add-field.js";
import { printChange } from "../../change/forms.js";
import { fieldDoc } from "../../generate/add/field-doc.js";
import type { NewField } from "../../generate/add/new-field.js";
import { nativeTypes } from "../../generate/native-types.js";
import { columnType, scalarOf } from "../../generate/scalars.js";
import type { Backend } from "../../source/backend.js";
import type { Edit } from "../../source/edit.js";
import { spliceFiles } from "../../source/splice-files.js";
import type { Model } from "../../spec/database/database-spec.js";
import { insertField } from "../../spec/database/insert-field.js";
import { writtenDefault } from "../written-default.js";
import type { Planned } from "../planned.js";
import { readSpec, type Spec } from "../../spec/spec.js";
import { planRelationField } from "../relation/plan-relation-field.js";
import { carryFields } from "./carry-fields.js";
import { chooseCarriers } from "./choose-carriers.js";
import { findModels } from "./find-models.js";
import { nameProblem } from "./name-problem.js";

/** Plans a new column, with the properties that carry it and whatever reads and writes them. */
export function planAddField(backend: Backend, change: AddField): Planned {
  const spec = readSpec(backend);
  const { database } = spec;
  const scalar = scalarOf(change.type.name);
  if (scalar === null) return planRelationField(change, { backend, ...spec });
  const models = findModels(change.to, database, (to) => ({ ...change, to }));
  if (!models.ok) return models.ending;
  const column = columnType(scalar);
  const value = change.default === null ? null : writtenDefault(change.default, scalar, change.type);
  const problem = valueProblem(change, column, value);
  if (problem !== null) return problem;
  const missing = models.value.filter((model) => !has(model, change, column));
  if (missing.length === 0) {
    const owners = models.value.map(({ name }) => name).join(", ");
    return {
      kind: "nothing-to-do",
      reason: `There is a field "${change.name}" in ${owners} already.`,
      nearest: [],
    };
  }
  const fields: NewField[] = [];
  for (const model of missing) {
    const named = nameProblem(change.name, model);
    if (named !== null) return { kind: "refused", ...named };
    const { carriers, unknown, known } = chooseCarriers(change.name, model, change.carriers, spec);
    if (unknown !== null)
      return {
        kind: "refused",
        reason: `${model.name} has no DTO "${unknown}".`,
        remedy: known.length === 0 ? "It has none; write: in nothing." : `It has: ${known.join(", ")}.`,
      };
    const taken = carriers.find(({ dto, property }) => dto.properties.some(({ name }) => name === property));
    if (taken !== undefined)
      return {
        kind: "refused",
        reason: `${taken.dto.name} has a property "${taken.property}" already.`,
        remedy: "Choose another name, or say which DTOs carry it: … in create.",
      };
    fields.push({ model, name: change.name, type: change.type, default: value, carriers });
  }
  return carryFields(backend, change, spec, {
    fields,
    schema: addToSchema(backend, spec, fields),
    added: fields.map(({ model, name }) => `${model.name}.${name}`),
    actors: [],
    notices: [],
  });
}

/** Rows that are there already need a value, so a column without one is empty or has a default. */
function valueProblem(change: AddField, column: string, value: string | null): Planned | null {
  const { type } = change;
  if (change.default !== null && value === null)
    return {
      kind: "refused",
      reason: `"${change.default}" is no value of the type ${type.values.length > 0 ? type.values.join(" | ") : type.name}.`,
      remedy: "Write a value of that type behind default.",
    };
  if (type.optional || value !== null) return null;
  const example = type.values[0] ?? EXAMPLES[column] ?? '""';
  const candidates = [
    { ...change, type: { ...type, optional: true } },
    { ...change, default: example },
  ].map((each) => ({ command: printChange(each), takes: [] }));
  return { kind: "ambiguous", candidates };
}

const EXAMPLES: Readonly<Record<string, string>> = {
  Int: "0",
  Float: "0",
  Boolean: "false",
  DateTime: "now",
};

/** Whether a model has the field as it is asked for. */
function has(model: Model, { name, type }: AddField, column: string): boolean {
  return model.fields.some(
    (field) =>
      field.name === name && field.type === column && field.optional === type.optional && !field.list,
  );
}

/** The columns of new fields, each behind the last one of its model. */
export function addToSchema(
  backend: Backend,
  { database }: Spec,
  fields: readonly NewField[],
): readonly Edit[] {
  const native = nativeTypes(database.models.values());
  const splices = fields.map((field) => {
    const { model, type } = field;
    const scalar = scalarOf(type.name) ?? "string";
    const text = backend.files.get(model.path)?.text ?? "";
    const splice = insertField(text, model, {
      name: field.name,
      type: `${columnType(scalar)}${type.optional ? "?" : ""}`,
      attributes: [
        ...(field.default === null ? [] : [`@default(${field.default})`]),
        ...[native(scalar).trim()].filter((each) => each !== ""),
      ],
      doc: fieldDoc(field, database),
    });
    return { path: model.path, ...splice };
  });
  return spliceFiles(backend, splices);
}
