import type { ChangeDelete } from "../../change/kinds/change-delete.js";
import { ON_DELETE } from "../../change/delete-behaviour.js";
import type { Backend } from "../../source/backend.js";
import type { Splice } from "../../source/edit.js";
import type { Field, Model } from "../../spec/database/database-spec.js";
import { readDatabase } from "../../spec/database/read-database.js";
import { findMember } from "../field/find-field.js";
import type { Planned } from "../planned.js";
import { planSchema } from "./plan-schema.js";

/** Plans what deleting a row does to the rows that lead to it. */
export function planDelete(backend: Backend, change: ChangeDelete): Planned {
  const database = readDatabase(backend);
  const written = { of: change.of, field: change.relation };
  const found = findMember(written, database, ({ of, field }) => ({ ...change, of, relation: field }));
  if (!found.ok) return found.ending;
  const { model, field, name } = found.value;
  if (field.relation === null || field.relation.fields.length === 0)
    return { kind: "refused", reason: `${name} holds no key of a relation.`, remedy: keysOf(model) };
  if (change.to === "set null" && !field.optional)
    return {
      kind: "refused",
      reason: `${name} may not be empty.`,
      remedy: "Choose cascade or restrict.",
    };
  const wanted = ON_DELETE[change.to];
  const text = backend.files.get(model.path)?.text ?? "";
  const splice = setOnDelete(text, field, wanted);
  if (field.relation.onDelete === wanted || splice === null)
    return { kind: "nothing-to-do", reason: `${name} says ${change.to} already.`, nearest: [] };
  return planSchema(backend, change, model, [field.name], splice, "declares");
}

function keysOf({ fields }: Model): string {
  const keys = fields.filter(({ relation }) => (relation?.fields.length ?? 0) > 0).map(({ name }) => name);
  return keys.length === 0 ? "It has no relation that holds one." : `Those that do: ${keys.join(", ")}.`;
}

/** Writes `onDelete` into `@relation(…)`: in the place of what it says, else at its end. */
function setOnDelete(text: string, { attributes }: Field, value: string): Splice | null {
  const attribute = attributes.find(({ name }) => name === "relation");
  if (attribute === undefined) return null;
  const { start, end } = attribute.span;
  const written = text.slice(start, end);
  const old = /onDelete\s*:\s*(\w+)/.exec(written);
  if (old === null) {
    const close = start + written.lastIndexOf(")");
    return { start: close, end: close, text: `, onDelete: ${value}` };
  }
  const at = start + old.index + old[0].length - (old[1]?.length ?? 0);
  return { start: at, end: at + (old[1]?.length ?? 0), text: value };
}
