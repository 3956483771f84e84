import type { ts } from "ts-morph";
import { readSchema } from "../interface/schema/read-schema.js";
import type { Tag } from "../interface/schema/schema.js";
import type { Leaf } from "./leaf.js";

/** What `typia.random<T>()` makes, by the kind that says it; tags in another order than that kind prints are kept. */
export function readRandom(type: ts.TypeNode): Leaf {
  const schema = readSchema(type);
  const other: Leaf = { kind: "randomType", type: type.getText() };
  if (!("tags" in schema)) return other;
  const { kind, tags } = schema;
  if (kind === "boolean" && tags.length === 0) return { kind: "randomBoolean" };
  if (kind === "number") {
    const range = rangeOf(tags);
    return range === null ? other : { kind: "randomNumber", ...range };
  }
  if (kind === "integer") {
    const range = tags[0]?.value === "int32" ? rangeOf(tags.slice(1)) : null;
    return range === null ? other : { kind: "randomInteger", ...range };
  }
  return kind === "string" ? (readText(tags) ?? other) : other;
}

function readText(tags: readonly Tag[]): Leaf | null {
  const [only, ...others] = tags;
  if (only !== undefined && others.length === 0 && typeof only.value === "string") {
    if (only.name === "Format") return { kind: "randomFormat", format: only.value };
    if (only.name === "Pattern") return { kind: "randomPattern", pattern: only.value };
  }
  const length = inOrder(tags, ["MinLength", "MaxLength"]);
  if (length === null) return null;
  const [minLength = null, maxLength = null] = length;
  return { kind: "randomString", minLength, maxLength };
}

function rangeOf(tags: readonly Tag[]) {
  const found = inOrder(tags, ["Minimum", "Maximum", "MultipleOf"]);
  if (found === null) return null;
  const [minimum = null, maximum = null, multipleOf = null] = found;
  return { minimum, maximum, multipleOf };
}

/** The numbers of tags by name; null if there are others, twice the same, or another order. */
function inOrder(tags: readonly Tag[], names: readonly string[]): readonly (number | null)[] | null {
  const places = tags.map(({ name }) => names.indexOf(name));
  if (places.some((place, index) => place === -1 || place <= (places[index - 1] ?? -1))) return null;
  const values = names.map((name) => tags.find((each) => each.name === name)?.value ?? null);
  return values.every((each) => each === null || typeof each === "number") ? values : null;
}
