import type { Names } from "../../spec/names.js";
import { elementsOf, memberOf, membersOf, stringOf, type JsonMember, type JsonNode } from "./json-tree.js";
import type { Gone } from "./json-without.js";
import { operationMatcher } from "./operation-keys.js";
import { removeSchemas, type RemovedProperties } from "./remove-schemas.js";

const METHOD = /^(get|put|post|delete|options|head|patch|trace|query)$/;

/** Adds to `gone` what an OpenAPI document says of a removal; false if the document is not understood. */
export function removeFromOpenapi(
  root: JsonNode,
  removed: Names,
  properties: RemovedProperties,
  gone: Gone,
): boolean {
  const paths = memberOf(root, "paths");
  const schemas = memberOf(memberOf(root, "components"), "schemas");
  if (paths?.kind !== "object" || (schemas !== undefined && schemas.kind !== "object")) return false;
  const operations = operationsOf(paths);
  const isGone = operationMatcher(removed.operations);
  for (const [path, operation] of operations) if (isGone(operation.key, path.key)) gone.add(operation);
  for (const path of paths.members) {
    const own = operations.filter(([parent]) => parent === path);
    if (own.length > 0 && own.every(([, operation]) => gone.has(operation))) gone.add(path);
  }
  removeTags(
    root,
    operations.map(([, operation]) => operation),
    gone,
  );
  const roots = membersOf(root).flatMap((member) => (member.key === "components" ? [] : [member.value]));
  const others = membersOf(memberOf(root, "components")).filter((member) => member.key !== "schemas");
  return removeSchemas(
    { roots: [...roots, ...others.map((member) => member.value)], schemas, typeNames: false },
    removed,
    properties,
    gone,
  );
}

function operationsOf(paths: JsonNode): readonly (readonly [JsonMember, JsonMember])[] {
  return membersOf(paths).flatMap((path) =>
    membersOf(path.value)
      .filter((member) => METHOD.test(member.key))
      .map((member) => [path, member] as const),
  );
}

/** A tag goes from the list of tags with its last operation. */
function removeTags(root: JsonNode, operations: readonly JsonMember[], gone: Gone): void {
  const tagsOf = (all: readonly JsonMember[]): ReadonlySet<string> =>
    new Set(
      all.flatMap((operation) =>
        elementsOf(memberOf(operation.value, "tags")).flatMap((tag) => stringOf(tag) ?? []),
      ),
    );
  const lost = tagsOf(operations.filter((operation) => gone.has(operation)));
  const kept = tagsOf(operations.filter((operation) => !gone.has(operation)));
  for (const tag of elementsOf(memberOf(root, "tags"))) {
    const name = stringOf(memberOf(tag, "name")) ?? "";
    if (lost.has(name) && !kept.has(name)) gone.add(tag);
  }
}
