import { SCALARS } from "../../change/field-type.js";
import { readActors } from "../../generate/create/conventions/actors.js";
import { documentsOf, idOf } from "../../spec/requirement/documents.js";
import type { Backend } from "../../source/backend.js";
import type { Model } from "../../spec/database/database-spec.js";
import type { Spec } from "../../spec/spec.js";

/** What a member of a change names. Whatever is new has no row here. */
export type NameKind =
  | "model"
  | "shape"
  | "field"
  | "relation"
  | "property"
  | "type"
  | "dto"
  | "part"
  | "actor"
  | "caller"
  | "path"
  | "method"
  | "action"
  | "section"
  | "place";

export type VisibleNames = Readonly<Record<NameKind, readonly string[]>>;

/** The names of a backend that a step can see. Types and rows may also be of models that the same answer adds. */
export function visibleNames(backend: Backend, { database, api }: Spec): VisibleNames {
  const models = [...database.models.values()];
  const actors = readActors({ backend, database, api }).map(({ name }) => name);
  const operations = [...api.operations.values()];
  const dtos = [...api.dtos.values()];
  const documents = documentsOf(backend);
  const sections = documents.flatMap((document) =>
    document.sections.map((section) => idOf({ document, section })),
  );
  const names = models.map(({ name }) => name);
  return {
    model: names,
    shape: [...names, ...dtos.map(({ name }) => name)],
    field: unique(models.flatMap((model) => columnsOf(model))),
    relation: unique(models.flatMap((model) => relationsOf(model))),
    property: unique(dtos.flatMap(({ properties }) => properties.map(({ name }) => name))),
    type: [...SCALARS, ...names, ...actors],
    dto: dtos.map(({ name }) => name),
    part: dtos.map(({ name }) => name),
    actor: actors,
    caller: [...actors, "anyone"],
    path: unique(operations.map(({ path }) => path)),
    method: unique(operations.map(({ method }) => method)),
    action: ["create", "read", "list", "update", "delete", "restore"],
    section: sections,
    place: [...documents.map((document) => idOf({ document, section: null })), ...sections],
  };
}

export function columnsOf({ fields }: Model): readonly string[] {
  return fields.filter(({ relation }) => relation === null).map(({ name }) => name);
}

/** The relations that a model holds the key of. */
export function relationsOf({ fields }: Model): readonly string[] {
  return fields.filter(({ relation }) => (relation?.fields.length ?? 0) > 0).map(({ name }) => name);
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
