import type { Model } from "../database/database-spec.js";

/** An index of a model, whether a field says it or the model does. */
export interface Index {
  readonly key: string;
  readonly unique: boolean;
  readonly fields: readonly string[];
}

export function indexesOf({ fields, attributes }: Model): readonly Index[] {
  const found = [
    ...fields.filter(({ unique }) => unique).map(({ name }) => index(true, [name])),
    ...attributes
      .filter(({ kind }) => kind === "index" || kind === "unique")
      .map(({ kind, fields: over }) => index(kind === "unique", over)),
  ];
  return [...new Map(found.map((each) => [each.key, each])).values()];
}

function index(unique: boolean, fields: readonly string[]): Index {
  return { key: `${unique ? "unique " : ""}${fields.join(", ")}`, unique, fields };
}
