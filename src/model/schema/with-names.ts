import { LlmTypeChecker } from "@typia/utils";
import type { ILlmSchema } from "@typia/interface";
import { definitionName, resolveSchema } from "./resolve-schema.js";

/** Names that exist, under the name that the schema gets for them: one definition, however many places refer to it. */
export interface NameSet {
  readonly name: string;
  readonly description: string;
  readonly values: readonly string[];
  /** What a name may be beside those that exist, as a sentence; left out where it can be nothing else. */
  readonly open?: string;
}

/**
 * Where a set of names is put: members from a definition on, with `[]` for the elements of a list, such as
 * `RemoveField.from.models[]`, or from the whole with nothing before the first dot. A definition that several members
 * refer to has the names for all of them.
 */
export type NamePlaces = Readonly<Record<string, NameSet>>;

/**
 * The same schema, in which only names that exist can be said at the given places. What is no text there, such as
 * null, stays possible. An empty set says nothing, because an enum without values cannot be fulfilled.
 */
export function withNames(parameters: ILlmSchema.IParameters, places: NamePlaces): ILlmSchema.IParameters {
  const copy = structuredClone(parameters);
  for (const [place, names] of Object.entries(places)) {
    if (names.values.length === 0) continue;
    const [definition = "", ...members] = place.split(".");
    const holder = definition === "" ? copy : copy.$defs[definition];
    if (holder === undefined) throw new Error(`The schema has no definition ${definition}`);
    copy.$defs[names.name] ??= { type: "string", description: names.description, enum: [...names.values] };
    put(copy, holder, members, names, place);
  }
  return copy;
}

/** Name of the definition that a discriminator's word stands for; undefined where it is no alternative. */
export function definitionOf(
  parameters: ILlmSchema.IParameters,
  union: string,
  word: string,
): string | undefined {
  const schema = parameters.$defs[union];
  const mapping = schema !== undefined && "anyOf" in schema ? schema["x-discriminator"]?.mapping : undefined;
  const reference = mapping?.[word];
  return reference === undefined ? undefined : definitionName(reference);
}

function put(
  parameters: ILlmSchema.IParameters,
  holder: ILlmSchema,
  [member = "", ...rest]: readonly string[],
  names: NameSet,
  place: string,
): void {
  const key = member.replace(/\[\]$/, "");
  const inner = "properties" in holder ? holder.properties[key] : undefined;
  if (inner === undefined || !("properties" in holder)) throw new Error(`The schema has no place ${place}`);
  if (rest.length > 0)
    return put(parameters, elementOf(inner, parameters, key !== member), rest, names, place);
  const list = key === member ? undefined : listOf(inner, parameters);
  if (list !== undefined)
    parameters.$defs[list] = narrowedList(resolveSchema(inner, parameters.$defs), names);
  else holder.properties[key] = key === member ? narrowed(inner, names) : narrowedList(inner, names);
}

/** Name of the definition that a list has of its own; undefined where it stands in its place. */
function listOf(schema: ILlmSchema, { $defs }: ILlmSchema.IParameters): string | undefined {
  return "$ref" in schema && "items" in resolveSchema(schema, $defs)
    ? definitionName(schema.$ref)
    : undefined;
}

/** What stands at a member, or in its list. */
function elementOf(schema: ILlmSchema, { $defs }: ILlmSchema.IParameters, list: boolean): ILlmSchema {
  const resolved = resolveSchema(schema, $defs);
  return list && "items" in resolved ? resolveSchema(resolved.items, $defs) : resolved;
}

/** Text becomes a name; the alternatives that are no text stay. */
function narrowed(schema: ILlmSchema, names: NameSet): ILlmSchema {
  const reference: ILlmSchema.IReference = { $ref: `#/$defs/${names.name}` };
  const others: readonly ILlmSchema.IString[] =
    names.open === undefined ? [] : [{ type: "string", description: names.open }];
  if ("anyOf" in schema)
    return {
      ...schema,
      anyOf: schema.anyOf.flatMap<Exclude<ILlmSchema, ILlmSchema.IAnyOf>>((each) =>
        LlmTypeChecker.isString(each) ? [reference, ...others] : [each],
      ),
    };
  if (others.length === 0) return { ...described(schema), ...reference };
  return { ...described(schema), anyOf: [reference, ...others] };
}

/** The elements of a list, or of the list among the alternatives. */
function narrowedList(schema: ILlmSchema, names: NameSet): ILlmSchema {
  if ("anyOf" in schema)
    return {
      ...schema,
      anyOf: schema.anyOf.map((each) =>
        "items" in each ? { ...each, items: narrowed(each.items, names) } : each,
      ),
    };
  return "items" in schema ? { ...schema, items: narrowed(schema.items, names) } : schema;
}

function described({ description }: ILlmSchema): { readonly description?: string } {
  return description === undefined ? {} : { description };
}
