import typia from "typia";
import { editorSchema } from "../util/editor-schema.js";
import type { RepositoryConfigFile } from "./repository-config.js";

/** JSON schema of `.github/autobe.yml`, for editors. A test keeps the published file equal to it. */
export function configSchema(): object {
  return editorSchema("autobe-bot", typia.json.schemas<[RepositoryConfigFile], "3.1">());
}
