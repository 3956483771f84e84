import type { ILlmSchema } from "@typia/interface";
import type { Change } from "../../change/change.js";
import { SCALARS } from "../../change/field-type.js";
import { FORMS } from "../../change/forms.js";
import { definitionOf, type NamePlaces, type NameSet } from "../../model/schema/with-names.js";
import { NAME_PLACES } from "./name-places.js";
import type { NameKind, VisibleNames } from "./visible-names.js";

const MADE = "A name that another change of this answer makes.";

/** What the schema calls each set of names, and says of it. */
export const SETS: Readonly<Record<NameKind, Omit<NameSet, "values">>> = {
  model: { name: "ModelName", description: "A model that exists." },
  shape: { name: "ShapeName", description: "A model for all of its DTOs, or one DTO." },
  field: { name: "FieldName", description: "A column of the model that is named beside it.", open: MADE },
  relation: {
    name: "RelationName",
    description: "A relation, as the model that holds its key calls it.",
    open: MADE,
  },
  property: { name: "PropertyName", description: "A property of the DTOs.", open: MADE },
  type: { name: "TypeName", description: "A scalar, or a model or an actor for a relation to it." },
  dto: { name: "DtoName", description: "A DTO that exists.", open: MADE },
  part: {
    name: "DtoName",
    description: "A DTO that exists.",
    open: `A scalar (${SCALARS.join(", ")}), or a DTO that another change of this answer makes.`,
  },
  actor: { name: "ActorName", description: "Somebody who signs in." },
  caller: { name: "CallerName", description: "Somebody who signs in, or anyone for everybody." },
  path: { name: "OperationPath", description: "Path of an operation that exists." },
  method: { name: "OperationMethod", description: "Method of an operation." },
  action: { name: "ActionName", description: "What an operation does." },
  section: { name: "SectionId", description: "A section of the requirements." },
  place: { name: "DocumentPlace", description: "A document of the requirements, or a section." },
};

/** A union of changes in a schema, with the kinds that it has. */
export interface ChangeUnion {
  readonly name: string;
  readonly kinds: readonly Change["kind"][];
}

/** Where the changes of a union name what exists, with the names that a step can see. */
export function namesOfChanges(
  parameters: ILlmSchema.IParameters,
  { name: union, kinds }: ChangeUnion,
  names: VisibleNames,
  sets: typeof SETS = SETS,
): NamePlaces {
  const places = kinds.flatMap((kind) => {
    const definition = definitionOf(parameters, union, kind);
    if (definition === undefined) throw new Error(`The schema has no kind ${kind}`);
    return Object.entries(NAME_PLACES[kind]).map(
      ([place, of]) => [`${definition}.${place}`, { ...sets[of], values: names[of] }] as const,
    );
  });
  return Object.fromEntries(places);
}

/** Each kind with a line that somebody could write, because an example says more than its members. */
export function withExamples(
  parameters: ILlmSchema.IParameters,
  { name, kinds }: ChangeUnion,
): ILlmSchema.IParameters {
  const { [name]: union, ...definitions } = parameters.$defs;
  for (const kind of kinds) {
    const schema = definitions[definitionOf(parameters, name, kind) ?? ""];
    if (schema !== undefined)
      schema.description = `${schema.description ?? ""} For example: ${FORMS[kind].example}`.trim();
  }
  if (union === undefined) return parameters;
  return {
    ...parameters,
    $defs: {
      ...definitions,
      [name]: { ...union, description: "One change; its kind says which members it has." },
    },
  };
}
