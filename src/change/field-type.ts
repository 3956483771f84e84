/** Scalar types of the change language; each stands for one column type and one DTO type. */
export const SCALARS = ["string", "int", "double", "boolean", "datetime", "uuid", "uri", "email"] as const;

export type Scalar = (typeof SCALARS)[number];

/**
 * The type of a field as a person writes it: a scalar, a set of values (`"low" | "high"`), or the name of a model or
 * an actor, which makes it a relation. What a name means is the planner's work.
 */
export interface FieldType {
  /** A scalar or a name, as written; "string" for a set of values. */
  readonly name: string;
  /** The values it may have; empty where it is no set. */
  readonly values: readonly string[];
  readonly optional: boolean;
}

const VALUES = /^"[^"|]+"(?:\s*\|\s*"[^"|]+")*$/;

/** Reads `string`, `int?`, `"low" | "high"`, `member?`; null for anything else. */
export function parseFieldType(text: string): FieldType | null {
  const optional = text.endsWith("?");
  const bare = text.replace(/\s*\?$/, "").replace(/^\((.*)\)$/, "$1");
  if (VALUES.test(bare)) {
    const values = Array.from(bare.matchAll(/"([^"]+)"/g), (match) => match[1] as string);
    return { name: "string", values, optional };
  }
  return /^\w+$/.test(bare) ? { name: bare, values: [], optional } : null;
}

export function printFieldType({ name, values, optional }: FieldType): string {
  if (values.length === 0) return optional ? `${name}?` : name;
  const set = values.map((value) => `"${value}"`).join(" | ");
  return optional ? `(${set})?` : set;
}
