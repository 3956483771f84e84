import type { ILlmSchema } from "@typia/interface";

export type Definitions = Readonly<Record<string, ILlmSchema>>;

/** What a reference stands for. */
export function resolveSchema(schema: ILlmSchema, definitions: Definitions): ILlmSchema {
  if (!("$ref" in schema)) return schema;
  const found = definitions[definitionName(schema.$ref)];
  if (found === undefined) throw new Error(`The schema has no definition ${schema.$ref}`);
  return resolveSchema(found, definitions);
}

export function definitionName(reference: string): string {
  return reference.replace("#/$defs/", "");
}

/** The alternatives of a schema, references resolved; one where it has none. */
export function alternativesOf(schema: ILlmSchema, definitions: Definitions): readonly ILlmSchema[] {
  const resolved = resolveSchema(schema, definitions);
  if (!("anyOf" in resolved)) return [resolved];
  return resolved.anyOf.flatMap((each) => alternativesOf(each, definitions));
}
