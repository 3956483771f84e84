import type { DatabaseSpec } from "../../spec/database/database-spec.js";
import type { Names } from "../../spec/names.js";

/** What an entity-relationship document calls the things that go: models by their tables. */
export interface ErdNames {
  readonly entities: ReadonlySet<string>;
  /** "entity.field". */
  readonly fields: ReadonlySet<string>;
}

export function erdNamesOf(database: DatabaseSpec, removed: Names): ErdNames {
  const both = (model: string): readonly string[] => [model, database.models.get(model)?.table ?? model];
  return {
    entities: new Set(removed.models.flatMap(both)),
    fields: new Set(
      removed.fields.flatMap((field) => {
        const dot = field.indexOf(".");
        return both(field.slice(0, dot)).map((model) => model + field.slice(dot));
      }),
    ),
  };
}
