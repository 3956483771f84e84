/** What typia says of a type: the type itself, and the named ones that it refers to. */
export interface SchemaCollection {
  readonly schemas: readonly object[];
  readonly components: { readonly schemas?: Readonly<Record<string, object>> };
}

/** A JSON schema that stands alone, for editors: an unknown member is a mistake, and is marked. */
export function editorSchema(title: string, { schemas, components }: SchemaCollection): object {
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title,
    ...schemas[0],
    $defs: components.schemas ?? {},
  };
  return JSON.parse(JSON.stringify(schema), tidy) as object;
}

function tidy(key: string, value: unknown): unknown {
  // To an editor "read only" says that nobody writes it; in a type it says that nobody changes it afterwards.
  if (key === "readOnly" && value === true) return undefined;
  // A word of OpenAPI.
  if (key === "discriminator" && typeof value === "object") return undefined;
  if (typeof value === "string") return value.replace(/^#\/components\/schemas\//, "#/$defs/");
  const open = typeof value === "object" && value !== null && "properties" in value && "required" in value;
  const named = open && !("additionalProperties" in value);
  return named ? { ...value, additionalProperties: false } : value;
}
