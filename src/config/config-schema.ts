import typia from "typia";
import type { RepositoryConfigFile } from "./repository-config.js";

/** JSON schema of `.github/autobe.yml`, for editors. A test keeps the published file equal to it. */
export function configSchema(): object {
  const { schemas, components } = typia.json.schemas<[RepositoryConfigFile], "3.1">();
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "autobe-bot",
    ...schemas[0],
    components,
  };
  return JSON.parse(JSON.stringify(schema), closed) as object;
}

/** An unknown setting is a mistake, so an editor should mark it. */
function closed(_key: string, value: unknown): unknown {
  const open = typeof value === "object" && value !== null && "properties" in value && "required" in value;
  const named = open && !("additionalProperties" in value);
  return named ? { ...value, additionalProperties: false } : value;
}
