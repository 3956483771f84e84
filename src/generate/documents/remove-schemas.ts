import type { Names } from "../../spec/names.js";
import { elementsOf, memberOf, membersOf, stringOf, type JsonNode } from "./json-tree.js";
import type { Gone } from "./json-without.js";
import { reachedFrom, referencesIn } from "./schema-references.js";

export interface Interface {
  /** What refers to schemas from outside of them: paths, or operations. */
  readonly roots: readonly JsonNode[];
  readonly schemas: JsonNode | undefined;
  /** Whether `typeName` names a schema, as in `autobe/document.json`. */
  readonly typeNames: boolean;
}

/** Names of DTO properties that go, own and inherited ones. */
export type RemovedProperties = (schema: string) => ReadonlySet<string>;

/**
 * Adds to `gone` the schemas and properties that go, and schemas that only those and the operations that go used.
 * `before` holds nothing, `gone` the operations. False if something that stays refers to a schema that goes: then
 * the file is not in step with the code.
 */
export function removeSchemas(
  api: Interface,
  removed: Names,
  properties: RemovedProperties,
  gone: Gone,
): boolean {
  const { roots, schemas, typeNames } = api;
  const used = (without: Gone): ReadonlySet<string> =>
    reachedFrom(
      roots.flatMap((root) => referencesIn(root, without, typeNames)),
      schemas,
      without,
    );
  const before = used(new Set());
  const dtos = new Set(removed.dtos);
  for (const member of membersOf(schemas)) {
    if (dtos.has(member.key)) gone.add(member);
    else removeProperties(member.value, properties(member.key), gone);
  }
  const after = used(gone);
  for (const member of membersOf(schemas))
    if (before.has(member.key) && !after.has(member.key)) gone.add(member);
  const names = new Set(membersOf(schemas).flatMap((member) => (gone.has(member) ? [member.key] : [])));
  const left = membersOf(schemas).filter((member) => !gone.has(member));
  const references = [...after, ...left.flatMap((member) => referencesIn(member.value, gone, typeNames))];
  return !references.some((name) => names.has(name));
}

/** Takes properties out of an object schema, also where it is one part of a composed one. */
function removeProperties(schema: JsonNode, names: ReadonlySet<string>, gone: Gone): void {
  if (names.size === 0) return;
  for (const member of membersOf(memberOf(schema, "properties"))) if (names.has(member.key)) gone.add(member);
  for (const element of elementsOf(memberOf(schema, "required")))
    if (names.has(stringOf(element) ?? "")) gone.add(element);
  for (const key of ["allOf", "oneOf", "anyOf"])
    for (const part of elementsOf(memberOf(schema, key))) removeProperties(part, names, gone);
}
