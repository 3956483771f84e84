import type { Splice } from "../../source/edit.js";
import type { DtoProperty } from "./interface-spec.js";
import { replaceType } from "./replace-type.js";
import { unionParts } from "./union-parts.js";

/** The type of a property without `null` and `undefined`, in parts. */
export function bareParts({ type }: Pick<DtoProperty, "type">): readonly string[] {
  return unionParts(type).filter((part) => part !== "null" && part !== "undefined");
}

/** Writes a property's type; whether it may be empty or left out stays. Null where it is so already. */
export function setPropertyType(text: string, property: DtoProperty, type: string): Splice | null {
  const nothing = unionParts(property.type).filter((part) => part === "null" || part === "undefined");
  const own = nothing.length > 0 && /\s&\s/.test(type) ? `(${type})` : type;
  const now = [own, ...nothing].join(" | ");
  return replaceType(text, property, now);
}

/** A type in the words of the change language: a scalar, or a set of values. */
export interface ValueType {
  readonly name: string;
  readonly values: readonly string[];
}

const FORMATS: ReadonlyMap<string, string> = new Map([
  ["date-time", "datetime"],
  ["uuid", "uuid"],
  ["uri", "uri"],
  ["url", "uri"],
  ["email", "email"],
]);

/** What a property's values are in the words of the change language; null where it has none for them. */
export function fieldTypeIn(property: Pick<DtoProperty, "type">): ValueType | null {
  const parts = bareParts(property);
  const values = parts.map((part) => /^"(.*)"$/.exec(part)?.[1]);
  if (parts.length > 0 && values.every((each) => each !== undefined))
    return { name: "string", values: values as readonly string[] };
  const [only, ...others] = parts;
  if (only === undefined || others.length > 0) return null;
  const [base = "", ...tags] = only.split(/\s*&\s*/).map((part) => part.trim());
  if (tags.some((tag) => !/^tags\.\w+</.test(tag))) return null;
  const format = /tags\.Format<"([\w-]+)">/.exec(only)?.[1];
  if (base === "string") return { name: FORMATS.get(format ?? "") ?? "string", values: [] };
  if (base === "number") return { name: /tags\.Type<"u?int/.test(only) ? "int" : "double", values: [] };
  return base === "boolean" ? { name: "boolean", values: [] } : null;
}

/** The tags behind a type that limit its values, and are no part of what it is: `tags.MinLength<1>`. */
export function limitTags(property: Pick<DtoProperty, "type">): readonly string[] {
  const [only = ""] = bareParts(property);
  return only.split(/\s+&\s+/).filter((part) => LIMIT.test(part));
}

const LIMIT =
  /^tags\.(MinLength|MaxLength|Pattern|Minimum|Maximum|ExclusiveMinimum|ExclusiveMaximum|MultipleOf)</;
