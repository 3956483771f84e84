import type { Names } from "../../spec/names.js";
import { memberOf, membersOf } from "./json-tree.js";
import { jsonWithout, type Gone } from "./json-without.js";
import { orderSchemas } from "./order-schemas.js";
import { parseJson } from "./parse-json.js";
import type { RemovedProperties } from "./remove-schemas.js";
import { removeFromDocument } from "./remove-from-document.js";
import { removeFromModels } from "./remove-from-models.js";
import { removeFromOpenapi } from "./remove-from-openapi.js";

/** The text in step with a removal; null if its shape is not understood, or if it was not in step before. */
export function editJson(text: string, removed: Names, properties: RemovedProperties): string | null {
  const root = parseJson(text);
  if (root === null) return null;
  const keys = new Set(membersOf(root).map((member) => member.key));
  const gone: Gone = new Set();
  const isOpenapi = keys.has("paths") && (keys.has("openapi") || keys.has("swagger"));
  const understood = isOpenapi
    ? removeFromOpenapi(root, removed, properties, gone)
    : memberOf(root, "operations")?.kind === "array" && keys.has("components")
      ? removeFromDocument(root, removed, properties, gone)
      : memberOf(root, "files")?.kind === "array" && removeFromModels(root, removed, gone);
  if (!understood) return null;
  const after = jsonWithout(text, root, gone);
  return isOpenapi ? orderSchemas(root, after) : after;
}
