import type { Names } from "../../spec/names.js";
import { elementsOf, memberOf, stringOf, type JsonNode } from "./json-tree.js";
import type { Gone } from "./json-without.js";
import { operationMatcher } from "./operation-keys.js";
import { removeSchemas, type RemovedProperties } from "./remove-schemas.js";

/** Adds to `gone` what `autobe/document.json` says of a removal; false if the document is not understood. */
export function removeFromDocument(
  root: JsonNode,
  removed: Names,
  properties: RemovedProperties,
  gone: Gone,
): boolean {
  const operations = memberOf(root, "operations") as JsonNode;
  const schemas = memberOf(memberOf(root, "components"), "schemas");
  if (schemas !== undefined && schemas.kind !== "object") return false;
  const matches = operationMatcher(removed.operations);
  const isGone = (endpoint: JsonNode | undefined): boolean => {
    const [method, path] = [stringOf(memberOf(endpoint, "method")), stringOf(memberOf(endpoint, "path"))];
    return method !== null && path !== null && matches(method, path);
  };
  const dtos = new Set(removed.dtos);
  for (const operation of elementsOf(operations)) {
    if (isGone(operation) || usesGone(operation, dtos)) gone.add(operation);
    for (const prerequisite of elementsOf(memberOf(operation, "prerequisites")))
      if (isGone(memberOf(prerequisite, "endpoint"))) gone.add(prerequisite);
  }
  return removeSchemas({ roots: [operations], schemas, typeNames: true }, removed, properties, gone);
}

/**
 * The document may hold operations that the code has not. One that takes or gives what goes is such a one: code that
 * stays cannot name it.
 */
function usesGone(operation: JsonNode, dtos: ReadonlySet<string>): boolean {
  return ["requestBody", "responseBody"].some((key) =>
    dtos.has(stringOf(memberOf(memberOf(operation, key), "typeName")) ?? ""),
  );
}
