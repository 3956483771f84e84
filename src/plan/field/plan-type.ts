import { printChange } from "../../change/forms.js";
import type { ChangeType } from "../../change/kinds/change-type.js";
import type { NewField } from "../../generate/add/new-field.js";
import { type RetypedCode, retypeInCode } from "../../generate/retype/retype-in-code.js";
import { type Retyping, shapeOf, shapeOfColumn } from "../../generate/retype/retyping.js";
import { printFieldType, SCALARS } from "../../change/field-type.js";
import type { Backend } from "../../source/backend.js";
import { applySplices, type Edit, type Splice } from "../../source/edit.js";
import { type Carrier, carriersOf } from "../../spec/carried-by.js";
import type { Field, Model } from "../../spec/database/database-spec.js";
import { setDefault, setType } from "../../spec/database/edit-members.js";
import { defaultOf } from "../../spec/database/default-value.js";
import { fieldTypeIn } from "../../spec/interface/property-type.js";
import type { Narrowing } from "../../spec/narrowings.js";
import { NO_NAMES } from "../../spec/names.js";
import { readSpec, type Spec } from "../../spec/spec.js";
import { nearestOf } from "../../change/nearest.js";
import { fieldTypeOf } from "../property/field-type-of.js";
import { changePlaces, hasPlaces, placeColumn } from "../actor/place-column.js";
import { EMPTY_PLAN } from "../plan.js";
import type { Planned } from "../planned.js";
import { staleDocuments } from "../stale-documents.js";
import { editStep, inLayerOrder } from "../steps-of.js";
import { type EnumTarget, enumTarget } from "./enum-target.js";
import { findMember } from "./find-field.js";
import { unfit } from "./plan-presence.js";
import { checkCarriers, isOfType, newType, retypeCarriers } from "./type-carriers.js";
import { newDefaults } from "./type-default.js";
import { checkCast, columnTarget } from "./type-target.js";

/** Plans another type of a column, with the properties that carry it and the code that converts its values. */
export function planType(backend: Backend, asked: ChangeType): Planned {
  const spec = readSpec(backend);
  const found = findMember(asked, spec.database, (names) => ({ ...asked, ...names }));
  if (!found.ok) return found.ending;
  const { model, field, name } = found.value;
  const problem = problemOf(asked, model, field);
  if (problem !== null) return { kind: "refused", ...problem };
  const carriers = carriersOf(model, field, spec.api);
  const named =
    asked.enumerated === true ? enumTarget(backend, asked, model, field, carriers, spec.database) : null;
  if (named?.ok === false) return named.ending;
  const enumeration = named?.value ?? null;
  const change: ChangeType =
    enumeration === null ? asked : { ...asked, to: { ...asked.to, values: enumeration.values } };
  const target =
    enumeration === null
      ? columnTarget(field, change.to, spec.database)
      : { type: enumeration.name, native: "" };
  const isColumn = target.type === field.type && target.native === nativeOf(field);
  const known = { backend, ...spec };
  const places = placeColumn(model.name, field.name, known);
  const placed = places !== null && hasPlaces(places, change.to);
  const listed = enumeration === null || sameValues(spec.database.enums.get(field.type)?.values, enumeration);
  const stays =
    isColumn &&
    listed &&
    (carriers.length > 0 || change.to.values.length === 0 || placed || enumeration !== null);
  const same = places === null || placed;
  if (stays && same && carriers.every((each) => isOfType(each, change.to) || isSearchOf(each)))
    return { kind: "nothing-to-do", reason: `${name} is of that type already.`, nearest: [] };
  const castable = checkCast(backend, model, field, change.to, spec.database);
  if (!castable.ok) return castable.ending;
  const from = shapeOfColumn(field.type);
  const carried = checkCarriers(backend, carriers, from);
  if (!carried.ok) return carried.ending;
  const defaults = newDefaults(change, field, name);
  if (!defaults.ok) return defaults.ending;
  const retyped: NewField = {
    model: model,
    name: field.name,
    type: { ...change.to, optional: field.optional },
    default: defaults.value.column,
    carriers: [],
  };
  const retyping = {
    ...retypingOf(retyped, field, carriers, spec, defaults.value.code),
    enumerated: enumeration !== null,
  };
  const code = retypeInCode(backend, spec.database, retyping);
  const [unclear] = code.unclear;
  if (unclear !== undefined)
    return {
      kind: "refused",
      reason: `${unclear.path}:${unclear.line} cannot follow by rule: ${unclear.why}.`,
      remedy: `Change that place first so that it does not need the old type, or add another field of the new one: add field <name>: ${printFieldType({ ...change.to, optional: true })} to ${model.name}.`,
    };
  const payload = places === null ? null : changePlaces(places, change.to, known);
  if (payload !== null && !payload.ok) return payload.ending;
  const following = carriers.filter(({ dto, property }) => !code.partial.has(`${dto.name}.${property.name}`));
  const value = enumeration === null ? defaults.value.column : bareWord(defaults.value.column);
  const schema = schemaEdit(backend, model, field, target, value, enumeration?.declared ?? null);
  return planOf(
    backend,
    change,
    retyping,
    schema,
    [...retypeCarriers(backend, following, change.to), ...(payload?.value ?? [])],
    code,
    following,
  );
}

function sameValues(left: readonly string[] | undefined, { values }: EnumTarget): boolean {
  return left !== undefined && [...left].sort().join() === [...values].sort().join();
}

/** A search may look for words in a text that has a few values. */
function isSearchOf({ dto }: Carrier): boolean {
  return /\.IRequest\b/.test(dto.name);
}

/** Values of enums stand without quotes. */
function bareWord(value: string | null): string | null {
  return value === null ? null : value.replace(/^"(.*)"$/, "$1");
}

function problemOf(
  { to, field: written }: ChangeType,
  model: Model,
  field: Field,
): { readonly reason: string; readonly remedy: string } | null {
  const name = `${model.name}.${field.name}`;
  const why = unfit(model, field);
  if (why !== null) return { reason: `${name} ${why}.`, remedy: "Name a plain column." };
  if (to.others !== undefined || !SCALARS.some((each) => each === to.name)) {
    const near = nearestOf(to.name.toLowerCase(), SCALARS);
    const types = `The types are ${SCALARS.join(", ")}, and sets of values: one of low, high.`;
    return {
      reason: `"${to.name}" is no type of a column.`,
      remedy: near === null ? types : `Do you mean ${near}? ${types}`,
    };
  }
  if (to.optional && !field.optional)
    return {
      reason: `Whether ${name} may be empty is a change of its own.`,
      remedy: `Ask for it as well: change field ${written} of ${model.name} to optional.`,
    };
  if (field.attributes.some((each) => each.name === "updatedAt") && to.name !== "datetime")
    return {
      reason: `${name} is set by Prisma at every change (@updatedAt).`,
      remedy: "Name another column.",
    };
  if (new Set(to.values).size < to.values.length)
    return { reason: `A value of the set is there twice.`, remedy: "Name each value once." };
  return null;
}

function nativeOf({ attributes }: Field): string {
  return attributes
    .filter(({ name }) => name.startsWith("db."))
    .map(({ name, argument }) => ` @${name}${argument === "" ? "" : `(${argument})`}`)
    .join("");
}

function retypingOf(
  field: NewField,
  old: Field,
  carriers: readonly Carrier[],
  { database }: Spec,
  otherwise: string | null,
): Omit<Retyping, "enumerated"> {
  const [from, to] = [shapeOfColumn(old.type), shapeOf(field.type)];
  const shown = carriers.flatMap((carrier) => fieldTypeIn(carrier.property) ?? [])[0];
  const column = fieldTypeOf(old, database) ?? { name: "string", values: [], optional: old.optional };
  const before = { ...column, ...(shown ?? {}) };
  const { name, values } = field.type;
  const wider =
    values.length > 0
      ? before.values.length > 0 && before.values.every((each) => values.includes(each))
      : name === "string" || (name === "double" && before.name === "int") || name === before.name;
  return {
    field,
    from,
    to,
    before,
    otherwise,
    widens: from === to && wider,
    carried: carriers.map((carrier) => ({
      dto: carrier.dto.name,
      path: carrier.dto.path,
      property: carrier.property.name,
      span: carrier.property.span,
      search: isSearchOf(carrier),
      type: newType(carrier, field.type),
    })),
  };
}

function schemaEdit(
  backend: Backend,
  model: Model,
  field: Field,
  { type, native }: ReturnType<typeof columnTarget>,
  value: string | null,
  declared: Splice | null,
): Edit | null {
  const before = backend.files.get(model.path)?.text ?? "";
  const splices =
    type === field.type && native === nativeOf(field) ? [] : [...setType(before, field, type, native)];
  if (declared !== null) splices.push(declared);
  if (value !== defaultOf(field)) splices.push(setDefault(before, field, value));
  return splices.length === 0 ? null : { path: model.path, before, after: applySplices(before, splices) };
}

function planOf(
  backend: Backend,
  change: ChangeType,
  { field, widens, enumerated }: Retyping,
  schema: Edit | null,
  dtos: readonly Edit[],
  code: RetypedCode,
  carriers: readonly Carrier[],
): Planned {
  const edits = [...(schema === null ? [] : [schema]), ...dtos, ...code.edits];
  const cause = `${field.model.name}.${field.name}`;
  const declares = new Set([...(schema === null ? [] : [schema]), ...dtos].map(({ path }) => path));
  const how = (path: string): string =>
    declares.has(path) ? "declares" : (code.reasons.get(path) ?? "uses");
  return {
    kind: "plan",
    plan: {
      ...EMPTY_PLAN,
      change: printChange(change),
      lossy: schema === null ? [] : [cause],
      // What the database looks at itself is named with its cast.
      narrowings: widens || enumerated ? [] : narrowingsOf(field),
      steps: inLayerOrder(edits.map(({ path }) => editStep(path, [{ cause, how: how(path) }]))),
      notices: staleDocuments(backend, {
        ...NO_NAMES,
        models: [field.model.name],
        dtos: carriers.map(({ dto }) => dto.name),
      }),
    },
    edits: () => edits,
  };
}

/** What the rows that stand may hold and must not, as far as the database does not look itself. */
function narrowingsOf({ model, name, type }: NewField): readonly Narrowing[] {
  const own = { model: model.name, field: name };
  if (type.values.length > 0) return [{ ...own, to: { kind: "values", values: type.values } }];
  const isFormat = ["uuid", "uri", "email"].includes(type.name);
  return isFormat ? [{ ...own, to: { kind: "format", format: type.name } }] : [];
}
