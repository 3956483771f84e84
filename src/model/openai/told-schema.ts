import type { ILlmSchema } from "@typia/interface";

/**
 * A schema as a model reads it, in fewer words. Each kind says its own word, so the table of words by which
 * alternatives are found quickly is for us alone; and a union that has all of another one refers to that.
 */
export function toldSchema(parameters: ILlmSchema.IParameters): Record<string, unknown> {
  const $defs = Object.fromEntries(
    Object.entries(parameters.$defs).map(([name, schema]) => [name, folded(name, schema, parameters.$defs)]),
  );
  return JSON.parse(
    JSON.stringify({ ...parameters, $defs }, (key, value: unknown) =>
      key === "x-discriminator" ? undefined : value,
    ),
  ) as Record<string, unknown>;
}

type Definitions = ILlmSchema.IParameters["$defs"];

function folded(name: string, schema: ILlmSchema, definitions: Definitions): unknown {
  if (!("anyOf" in schema)) return schema;
  const own = schema.anyOf.map((each) => JSON.stringify(each));
  const parts = Object.entries(definitions).flatMap(([other, each]) => {
    if (other === name || !("anyOf" in each) || each.anyOf.length < 4 || each.anyOf.length >= own.length)
      return [];
    const alternatives = each.anyOf.map((one) => JSON.stringify(one));
    return alternatives.every((one) => own.includes(one)) ? [{ other, alternatives }] : [];
  });
  const largest = parts.sort((a, b) => b.alternatives.length - a.alternatives.length)[0];
  if (largest === undefined) return schema;
  const rest = schema.anyOf.filter((_, index) => !largest.alternatives.includes(own[index] ?? ""));
  return { ...schema, anyOf: [...rest, { $ref: `#/$defs/${largest.other}` }] };
}
