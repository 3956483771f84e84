import { membersOf, type JsonMember, type JsonNode } from "./json-tree.js";
import { childrenOf, type Gone } from "./json-without.js";

const PREFIX = "#/components/schemas/";

/** Names of the schemas that a node refers to, leaving out what goes. */
export function referencesIn(node: JsonNode, gone: Gone, typeNames: boolean): readonly string[] {
  const found: string[] = [];
  const visit = (each: JsonMember | JsonNode): void => {
    if (gone.has(each)) return;
    const value = each.kind === "member" ? each.value : each;
    if (value.kind === "string") {
      const isTypeName = typeNames && each.kind === "member" && each.key === "typeName";
      if (value.value.startsWith(PREFIX)) found.push(nameOf(value.value));
      else if (isTypeName) found.push(value.value);
    } else childrenOf(value).forEach(visit);
  };
  visit(node);
  return found;
}

function nameOf(reference: string): string {
  const name = reference.slice(PREFIX.length).replace(/~1/g, "/").replace(/~0/g, "~");
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** What is reached from the given names through schemas that stay. */
export function reachedFrom(
  names: readonly string[],
  schemas: JsonNode | undefined,
  gone: Gone,
): ReadonlySet<string> {
  const byName = new Map(membersOf(schemas).map((member) => [member.key, member]));
  const reached = new Set<string>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    const member = byName.get(name);
    if (member !== undefined && !gone.has(member)) open.push(...referencesIn(member.value, gone, false));
  }
  return reached;
}
