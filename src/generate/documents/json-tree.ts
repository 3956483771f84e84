/** A JSON value with its place in the text. */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonOther;

export interface JsonObject {
  readonly kind: "object";
  readonly start: number;
  readonly end: number;
  readonly members: readonly JsonMember[];
}

export interface JsonArray {
  readonly kind: "array";
  readonly start: number;
  readonly end: number;
  readonly elements: readonly JsonNode[];
}

export interface JsonString {
  readonly kind: "string";
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** A number, a boolean or null. */
export interface JsonOther {
  readonly kind: "other";
  readonly start: number;
  readonly end: number;
}

/** `start` is that of the key, `end` that of the value. */
export interface JsonMember {
  readonly kind: "member";
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly value: JsonNode;
}

/** Value of a key; undefined if the node is no object or lacks it. */
export function memberOf(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return membersOf(node).find((member) => member.key === key)?.value;
}

export function membersOf(node: JsonNode | undefined): readonly JsonMember[] {
  return node?.kind === "object" ? node.members : [];
}

export function elementsOf(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.kind === "array" ? node.elements : [];
}

export function stringOf(node: JsonNode | undefined): string | null {
  return node?.kind === "string" ? node.value : null;
}
