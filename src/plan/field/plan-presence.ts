import type { ChangePresence } from "../../change/kinds/change-presence.js";
import { printChange } from "../../change/forms.js";
import type { NewField } from "../../generate/add/new-field.js";
import { type PresenceInCode, presenceInCode } from "../../generate/presence/presence-in-code.js";
import type { Backend } from "../../source/backend.js";
import { applySplices, type Edit } from "../../source/edit.js";
import { spliceFiles } from "../../source/splice-files.js";
import { carriersOf } from "../../spec/carried-by.js";
import { defaultOf, defaultValue } from "../../spec/database/default-value.js";
import type { Field, Model } from "../../spec/database/database-spec.js";
import { setDefault, setOptional } from "../../spec/database/edit-members.js";
import { setPresence } from "../../spec/interface/property-presence.js";
import { NO_NAMES } from "../../spec/names.js";
import { readSpec, type Spec } from "../../spec/spec.js";
import { EMPTY_PLAN } from "../plan.js";
import type { Planned } from "../planned.js";
import { staleDocuments } from "../stale-documents.js";
import { editStep, inLayerOrder } from "../steps-of.js";
import { useOf } from "./choose-carriers.js";
import { findMember } from "./find-field.js";

/** Plans whether a column may be empty, with the properties that carry it. */
export function planPresence(backend: Backend, change: ChangePresence): Planned {
  const spec = readSpec(backend);
  const found = findMember(change, spec.database, (names) => ({ ...change, ...names }));
  if (!found.ok) return found.ending;
  const { model, field, name } = found.value;
  if (field.optional === (change.to === "optional"))
    return { kind: "nothing-to-do", reason: `${name} is ${change.to} already.`, nearest: [] };
  const problem = unfit(model, field);
  if (problem !== null)
    return { kind: "refused", reason: `${name} ${problem}.`, remedy: "Name a plain column." };
  const old = defaultOf(field);
  const values = spec.database.enums.get(field.type)?.values ?? [];
  const value = change.default === null ? old : defaultValue(change.default, field.type, values);
  if (change.default !== null && value === null)
    return {
      kind: "refused",
      reason: `${name} is of type ${field.type}, not "${change.default}".`,
      remedy: "Write a value of that type behind default.",
    };
  if (change.to === "required" && value === null)
    return {
      kind: "refused",
      reason: `Rows without ${name} would have no value.`,
      remedy: `Say one: ${printChange({ ...change, default: "<value>" })}.`,
    };
  return plan(backend, change, spec, fieldOf(model, field, value, spec), field);
}

export function unfit(model: Model, field: Field): string | null {
  if (field.id) return "is the primary key";
  if (field.list) return "is a list, which is never empty";
  const related = model.fields.some((each) =>
    each === field ? each.relation !== null : each.relation?.fields.includes(field.name),
  );
  return related ? "belongs to a relation" : null;
}

/** The field with the DTOs that carry it now; searches leave it out as they like. */
function fieldOf(model: Model, field: Field, value: string | null, { api }: Spec): NewField {
  const carriers = carriersOf(model, field, api)
    .filter(({ dto }) => !/\.IRequest/.test(dto.name))
    .map(({ dto, property }) => ({ dto, property: property.name, use: useOf(dto) }));
  const type = { name: field.type, values: [], optional: field.optional };
  return { model, name: field.name, type, default: value, carriers };
}

function plan(backend: Backend, change: ChangePresence, spec: Spec, field: NewField, old: Field): Planned {
  const code = presenceInCode(backend, spec.database, field, change.to);
  const schema = schemaEdit(backend, change, field, old);
  const dtos = dtoEdits(backend, change, field);
  const edits = [schema, ...dtos, ...code.edits];
  const cause = `${field.model.name}.${field.name}`;
  const how = (path: string): string => howOf(path, schema, dtos, code);
  const dtoNames = field.carriers.map(({ dto }) => dto.name);
  const names = { ...NO_NAMES, models: [field.model.name], dtos: dtoNames };
  return {
    kind: "plan",
    plan: {
      ...EMPTY_PLAN,
      change: printChange(change),
      ...(change.to === "required"
        ? { backfills: [{ model: field.model.name, field: field.name, value: { kind: "default" } }] }
        : {}),
      steps: inLayerOrder(edits.map(({ path }) => editStep(path, [{ cause, how: how(path) }]))),
      notices: staleDocuments(backend, names),
    },
    edits: () => edits,
  };
}

function howOf(path: string, schema: Edit, dtos: readonly Edit[], code: PresenceInCode): string {
  if (path === schema.path || dtos.some((edit) => edit.path === path)) return "declares";
  return code.reasons.get(path) ?? "uses";
}

function schemaEdit(
  backend: Backend,
  { to }: ChangePresence,
  { model, default: value }: NewField,
  old: Field,
): Edit {
  const before = backend.files.get(model.path)?.text ?? "";
  const splices = [setOptional(before, old, to === "optional")];
  const had = defaultOf(old);
  if (to === "required" && value !== had) splices.push(setDefault(before, old, value));
  return { path: model.path, before, after: applySplices(before, splices) };
}

/** A value may be left out of a new row where the column has a default, and always out of an update. */
function dtoEdits(backend: Backend, { to }: ChangePresence, field: NewField): readonly Edit[] {
  const splices = field.carriers.flatMap(({ dto, property: name, use }) => {
    const property = dto.properties.find((each) => each.name === name);
    if (property === undefined) return [];
    const nullable = to === "optional";
    const optional =
      use === "read" ? property.optional && nullable : use === "update" || nullable || field.default !== null;
    const splice = setPresence(backend.files.get(dto.path)?.text ?? "", property, { nullable, optional });
    return splice === null ? [] : [{ path: dto.path, ...splice }];
  });
  return spliceFiles(backend, splices);
}
