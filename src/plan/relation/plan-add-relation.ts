import type { AddRelation } from "../../change/kinds/add-relation.js";
import { ON_DELETE } from "../../change/delete-behaviour.js";
import { printChange } from "../../change/forms.js";
import { readActors } from "../../generate/create/conventions/actors.js";
import type { Known } from "../../generate/create/known.js";
import type { Backend } from "../../source/backend.js";
import type { Field, Model } from "../../spec/database/database-spec.js";
import { readSpec } from "../../spec/spec.js";
import { findModel } from "../field/find-field.js";
import type { Planned } from "../planned.js";
import { findTarget } from "./find-target.js";
import { findSource } from "./find-source.js";
import { keyName } from "./name-relation.js";
import { planRelations } from "./plan-relations.js";

/** Plans a relation to a row that callers name; to its own model, it makes a tree of a list. */
export function planAddRelation(backend: Backend, change: AddRelation): Planned {
  const known: Known = { backend, ...readSpec(backend) };
  const { database } = known;
  const model = findModel(change.to, database, (to) => ({ ...change, to }));
  if (!model.ok) return model.ending;
  const actors = readActors(known);
  const target = findTarget(change.target, database, actors, (name) => ({ ...change, target: name }));
  if (!target.ok) return target.ending;
  const existing = model.value.fields.find(({ name }) => name === change.name);
  if (existing !== undefined) return sayExists(change, model.value, target.value.model, existing);
  const source = change.optional ? null : findSource(change, model.value, target.value.model);
  if (source?.ok === false) return source.ending;
  const filled = source?.value ?? null;
  const { name, unique, carriers, onDelete } = change;
  const wanted = {
    name,
    model: model.value,
    target: target.value,
    made: false,
    unique,
    onDelete: onDelete === null ? null : ON_DELETE[onDelete],
    filled,
    carriers,
  };
  const planned = planRelations(change, [wanted], [], known);
  if (planned.kind !== "plan" || filled === null) return planned;
  const field = keyName(name, known);
  const value = { kind: "field", field: filled.relation?.fields[0] ?? "" } as const;
  const backfills = [{ model: model.value.name, field, value }];
  return { ...planned, plan: { ...planned.plan, backfills } };
}

function sayExists(change: AddRelation, model: Model, target: Model, existing: Field): Planned {
  const { relation } = existing;
  const [column] = relation?.fields ?? [];
  const unique = isUnique(model, column);
  const other = change.onDelete !== null && ON_DELETE[change.onDelete] !== relation?.onDelete;
  const same = relation?.target === target.name && column !== undefined && unique === change.unique;
  if (!same || existing.optional !== change.optional)
    return {
      kind: "refused",
      reason: `${model.name} has a field "${change.name}" already.`,
      remedy: "Choose another name.",
    };
  if (change.onDelete !== null && other) {
    const { name, onDelete } = change;
    const line = printChange({ kind: "change-delete", relation: name, of: model.name, to: onDelete });
    return {
      kind: "refused",
      reason: `${model.name}.${name} is there already, and says something else about deleting.`,
      remedy: `Change that: ${line}.`,
    };
  }
  return { kind: "nothing-to-do", reason: `${model.name} has that relation already.`, nearest: [] };
}

function isUnique({ fields, attributes }: Model, column: string | undefined): boolean {
  return (
    fields.some(({ name, unique }) => name === column && unique) ||
    attributes.some(({ kind, fields: over }) => kind === "unique" && over.length === 1 && over[0] === column)
  );
}
