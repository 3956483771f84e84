import { applySplices } from "../../source/edit.js";
import { memberOf, membersOf, type JsonMember, type JsonNode } from "./json-tree.js";
import { parseJson } from "./parse-json.js";
import { referencesIn } from "./schema-references.js";

/**
 * The OpenAPI generator writes schemas in the order in which operations first need them, so what is removed may move
 * others. Where a document had that order it keeps having it; any other order is left alone.
 */
export function orderSchemas(before: JsonNode, after: string): string {
  const root = parseJson(after);
  if (root === null || !isOrdered(before) || isOrdered(root)) return after;
  const slots = schemasOf(root);
  const byName = new Map(slots.map((member) => [member.key, member]));
  const names = orderOfUse(root);
  return applySplices(
    after,
    slots.map(({ start, end }, index) => {
      const moved = byName.get(names[index] ?? "");
      return { start, end, text: after.slice(moved?.start ?? start, moved?.end ?? end) };
    }),
  );
}

function schemasOf(root: JsonNode): readonly JsonMember[] {
  return membersOf(memberOf(memberOf(root, "components"), "schemas"));
}

function isOrdered(root: JsonNode): boolean {
  const names = orderOfUse(root);
  return schemasOf(root).every((member, index) => member.key === names[index]);
}

/** Names of all schemas: by operation, what it answers with before what it takes, each before what it refers to. */
function orderOfUse(root: JsonNode): readonly string[] {
  const schemas = new Map(schemasOf(root).map((member) => [member.key, member]));
  const order = new Set<string>();
  const visit = (node: JsonNode | undefined): void => {
    for (const name of node === undefined ? [] : referencesIn(node, new Set(), false)) {
      const schema = schemas.get(name);
      if (schema === undefined || order.has(name)) continue;
      order.add(name);
      visit(schema.value);
    }
  };
  for (const path of membersOf(memberOf(root, "paths"))) {
    for (const operation of membersOf(path.value)) {
      for (const part of ["responses", "requestBody", "parameters"]) visit(memberOf(operation.value, part));
    }
  }
  for (const name of schemas.keys()) order.add(name);
  return [...order];
}
