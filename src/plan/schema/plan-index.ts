import type { AddIndex } from "../../change/kinds/add-index.js";
import type { RemoveIndex } from "../../change/kinds/remove-index.js";
import type { Backend } from "../../source/backend.js";
import type { BlockAttribute, Model } from "../../spec/database/database-spec.js";
import { addBlockAttribute, removeBlockAttribute } from "../../spec/database/edit-members.js";
import { readDatabase } from "../../spec/database/read-database.js";
import { findField, findModel } from "../field/find-field.js";
import type { Planned } from "../planned.js";
import { planSchema } from "./plan-schema.js";

/** Plans an index over columns of one model. */
export function planAddIndex(backend: Backend, change: AddIndex): Planned {
  const found = findColumns(backend, change);
  if (!found.ok) return found.ending;
  const { model, fields } = found;
  const kind = kindOf(change);
  if (indexOver(model, kind, fields) !== undefined || isUniqueField(model, change, fields))
    return {
      kind: "nothing-to-do",
      reason: `${list(model, fields)} has such an index already.`,
      nearest: [],
    };
  const relation = model.fields.find(({ name, relation }) => fields.includes(name) && relation !== null);
  if (relation !== undefined) {
    return {
      kind: "refused",
      reason: `${model.name}.${relation.name} is a relation, no column.`,
      remedy: "Name columns of the model.",
    };
  }
  const text = backend.files.get(model.path)?.text ?? "";
  const splice = addBlockAttribute(text, model, kind, `@@${kind}([${fields.join(", ")}])`);
  return planSchema(backend, change, model, fields, splice, "is indexed by");
}

/** Plans taking an index away. */
export function planRemoveIndex(backend: Backend, change: RemoveIndex): Planned {
  const found = findColumns(backend, change);
  if (!found.ok) return found.ending;
  const { model, fields } = found;
  const text = backend.files.get(model.path)?.text ?? "";
  const index = indexOver(model, kindOf(change), fields);
  if (index !== undefined)
    return planSchema(
      backend,
      change,
      model,
      fields,
      removeBlockAttribute(text, index.span),
      "was indexed by",
    );
  if (isUniqueField(model, change, fields)) {
    const field = model.fields.find(({ name }) => name === fields[0]);
    const span = field?.attributes.find(({ name }) => name === "unique")?.span;
    if (span !== undefined) {
      const splice = { start: text.slice(0, span.start).trimEnd().length, end: span.end, text: "" };
      return planSchema(backend, change, model, fields, splice, "was indexed by");
    }
  }
  const nearest = model.attributes
    .filter(({ kind }) => kind === "index" || kind === "unique")
    .map((each) => `${each.kind === "unique" ? "unique " : ""}index on ${list(model, each.fields)}`);
  const reason = `There is no such index on ${list(model, fields)}.`;
  return { kind: "nothing-to-do", reason, nearest: nearest.slice(0, 5) };
}

function findColumns(
  backend: Backend,
  change: AddIndex | RemoveIndex,
):
  | { readonly ok: true; readonly model: Model; readonly fields: readonly string[] }
  | { readonly ok: false; readonly ending: Planned } {
  const database = readDatabase(backend);
  const model = findModel(change.on.model, database, (name) => ({
    ...change,
    on: { ...change.on, model: name },
  }));
  if (!model.ok) return model;
  const fields: string[] = [];
  for (const word of change.on.fields) {
    const field = findField(word, model.value, (name) => ({
      ...change,
      on: { ...change.on, fields: change.on.fields.map((each) => (each === word ? name : each)) },
    }));
    if (!field.ok) return field;
    // A relation is kept in its columns, whose names nobody has to know.
    const columns = field.value.relation?.fields ?? [];
    fields.push(...(columns.length === 0 ? [field.value.name] : columns));
  }
  return { ok: true, model: model.value, fields };
}

function kindOf({ unique }: AddIndex | RemoveIndex): "unique" | "index" {
  return unique ? "unique" : "index";
}

function indexOver(model: Model, kind: string, fields: readonly string[]): BlockAttribute | undefined {
  return model.attributes.find((each) => each.kind === kind && each.fields.join() === fields.join());
}

/** `@unique` on the one column is the same as `@@unique` over it. */
function isUniqueField(model: Model, { unique }: AddIndex | RemoveIndex, fields: readonly string[]): boolean {
  const [only] = fields;
  return unique && fields.length === 1 && model.fields.some((each) => each.name === only && each.unique);
}

function list(model: Model, fields: readonly string[]): string {
  return `${model.name}(${fields.join(", ")})`;
}
