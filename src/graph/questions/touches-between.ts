import type { DatabaseSpec, Field } from "../../spec/database/database-spec.js";
import type { Dto, DtoProperty, InterfaceSpec } from "../../spec/interface/interface-spec.js";
import type { Touch } from "./touch.js";

/** The two parts of a spec, as they are read from a backend. */
export interface Specs {
  readonly database: DatabaseSpec;
  readonly api: InterfaceSpec;
}

/** What happened to members between two states of a backend. What is new breaks nobody unless it is demanded. */
export function touchesBetween(before: Specs, after: Specs): readonly Touch[] {
  return [
    ...modelTouches(before.database, after.database),
    ...dtoTouches(before.api, after.api),
    ...operationTouches(before.api, after.api),
  ];
}

function modelTouches(before: DatabaseSpec, after: DatabaseSpec): readonly Touch[] {
  return [...before.models.values()].flatMap(({ name: model, fields }): readonly Touch[] => {
    const then = after.models.get(model)?.fields;
    if (then === undefined) return [{ kind: "remove-model", model }];
    const known = new Map(fields.map((field) => [field.name, field]));
    const left = new Map(then.map((field) => [field.name, field]));
    return [
      ...fields.flatMap((field): Touch[] => fieldTouch(model, field, left.get(field.name))),
      ...then
        .filter((field) => isDemanded(field) && !known.has(field.name))
        .map(({ name }): Touch => ({ kind: "add-required-field", model, field: name })),
    ];
  });
}

function fieldTouch(model: string, { name: field, ...before }: Field, after: Field | undefined): Touch[] {
  if (after === undefined) return [{ kind: "remove-field", model, field }];
  if (before.type !== after.type || before.list !== after.list)
    return [{ kind: "retype-field", model, field }];
  if (before.optional !== after.optional)
    return [
      { kind: "retype-field", model, field },
      { kind: "add-required-field", model, field },
    ];
  return isDemanded(after) && before.hasDefault ? [{ kind: "add-required-field", model, field }] : [];
}

/** Whether a row cannot be made without it. */
function isDemanded({ optional, list, hasDefault }: Field): boolean {
  return !optional && !list && !hasDefault;
}

function dtoTouches(before: InterfaceSpec, after: InterfaceSpec): readonly Touch[] {
  return [...before.dtos.values()].flatMap((dto): readonly Touch[] => {
    const then = after.dtos.get(dto.name);
    return then === undefined ? [{ kind: "remove-dto", dto: dto.name }] : propertyTouches(dto, then);
  });
}

function propertyTouches(before: Dto, after: Dto): readonly Touch[] {
  const dto = before.name;
  const known = new Map(before.properties.map((property) => [property.name, property]));
  const left = new Map(after.properties.map((property) => [property.name, property]));
  const touches: Touch[] = [];
  for (const [property, was] of known)
    if (!sameProperty(was, left.get(property))) touches.push({ kind: "remove-property", dto, property });
  for (const [property, is] of left)
    if (!is.optional && !sameProperty(is, known.get(property)))
      touches.push({ kind: "add-required-property", dto, property });
  return touches;
}

function sameProperty(one: DtoProperty, other: DtoProperty | undefined): boolean {
  return other !== undefined && one.type === other.type && one.optional === other.optional;
}

/** An operation that takes or gives something else is another one to those who call it. */
function operationTouches(before: InterfaceSpec, after: InterfaceSpec): readonly Touch[] {
  return [...before.operations.values()]
    .filter(({ key, body, response, accessor }) => {
      const then = after.operations.get(key);
      return (
        then === undefined ||
        then.body !== body ||
        then.response !== response ||
        then.accessor?.join(".") !== accessor?.join(".")
      );
    })
    .map(({ key }): Touch => ({ kind: "remove-operation", operation: key }));
}
