import type { Model } from "../../spec/database/database-spec.js";
import type { BodyNames } from "./body-schema.js";
import type { Helper } from "./helpers.js";

/** The names that code of an operation may be written with, of what its step can see. */
export function bodyNames(models: readonly Model[], helpers: readonly Helper[]): BodyNames {
  const fields = models.flatMap((model) => model.fields);
  const named = (kind: Helper["kind"]): readonly string[] =>
    helpers.filter((each) => each.kind === kind).map(({ name }) => name);
  return {
    models: models.map(({ name }) => name),
    columns: unique(fields.flatMap(({ name, relation }) => (relation === null ? [name] : []))),
    relations: unique(fields.flatMap(({ name, relation }) => (relation === null ? [] : [name]))),
    collectors: named("collector"),
    transformers: named("transformer"),
  };
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
