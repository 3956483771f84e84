import { applySplices, type Splice } from "../../source/edit.js";
import type { JsonMember, JsonNode } from "./json-tree.js";

/** Members and elements that go, by identity. */
export type Gone = Set<JsonMember | JsonNode>;

/** The text without what goes. Whatever stays keeps its bytes, and commas stand where they have to. */
export function jsonWithout(text: string, root: JsonNode, gone: Gone): string {
  const splices: Splice[] = [];
  const visit = (node: JsonNode): void => {
    const children = childrenOf(node);
    splices.push(...splicesOf(node, children, gone));
    for (const child of children) if (!gone.has(child)) visit(child.kind === "member" ? child.value : child);
  };
  visit(root);
  return applySplices(text, splices);
}

export function childrenOf(node: JsonNode): readonly (JsonMember | JsonNode)[] {
  if (node.kind === "object") return node.members;
  return node.kind === "array" ? node.elements : [];
}

/** A child goes with the comma before it; the first ones go with the comma behind them. */
function splicesOf(
  node: JsonNode,
  children: readonly (JsonMember | JsonNode)[],
  gone: Gone,
): readonly Splice[] {
  const firstKept = children.findIndex((child) => !gone.has(child));
  if (firstKept < 0)
    return children.length === 0 ? [] : [{ start: node.start + 1, end: node.end - 1, text: "" }];
  return children.flatMap((child, index) => {
    if (!gone.has(child)) return [];
    if (index < firstKept) return [{ start: child.start, end: children[index + 1]!.start, text: "" }];
    return [{ start: children[index - 1]!.end, end: child.end, text: "" }];
  });
}
