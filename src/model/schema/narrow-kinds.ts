import type { ILlmSchema } from "@typia/interface";
import { definitionName } from "./resolve-schema.js";

/** By the name of a union, the words of the kinds that it has no longer. */
export type KindsLeftOut = Readonly<Record<string, readonly string[]>>;

/**
 * The same schema, in which unions have fewer kinds. Whatever only those needed is gone with them, so that nobody reads
 * of what cannot be said.
 */
export function withoutKinds(
  parameters: ILlmSchema.IParameters,
  kinds: KindsLeftOut,
): ILlmSchema.IParameters {
  const $defs = { ...parameters.$defs };
  for (const [union, words] of Object.entries(kinds)) {
    const schema = $defs[union];
    if (schema === undefined || !("anyOf" in schema)) throw new Error(`The schema has no union ${union}`);
    const discriminator = schema["x-discriminator"];
    const mapping = Object.entries(discriminator?.mapping ?? {});
    const gone = new Set(mapping.flatMap(([word, reference]) => (words.includes(word) ? [reference] : [])));
    const left = mapping.filter(([word]) => !words.includes(word));
    $defs[union] = {
      ...schema,
      anyOf: schema.anyOf.filter((each) => !("$ref" in each) || !gone.has(each.$ref)),
      ...(discriminator === undefined
        ? {}
        : { "x-discriminator": { ...discriminator, mapping: Object.fromEntries(left) } }),
    };
  }
  return withoutStrays({ ...parameters, $defs });
}

/** Only definitions that something refers to, in the order in which they are referred to. */
export function withoutStrays(parameters: ILlmSchema.IParameters): ILlmSchema.IParameters {
  const { $defs, ...root } = parameters;
  const found = new Set<string>();
  const visit = (schema: unknown): void => {
    for (const reference of referencesIn(schema)) {
      const name = definitionName(reference);
      if (found.has(name)) continue;
      found.add(name);
      visit($defs[name]);
    }
  };
  visit(root);
  const entries = [...found].flatMap((name) => {
    const schema = $defs[name];
    return schema === undefined ? [] : [[name, schema] as const];
  });
  return { ...parameters, $defs: Object.fromEntries(entries) };
}

function referencesIn(schema: unknown): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]): readonly string[] => {
    if (key === "$ref" && typeof value === "string") return [value];
    return key === "x-discriminator" ? [] : referencesIn(value);
  });
}
