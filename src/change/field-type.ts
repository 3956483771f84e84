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
  /** Further actors, each of which gets a column of its own: `member | admin`. */
  readonly others?: readonly string[];
}

const VALUES = /^"[^"|]+"(?:\s*\|\s*"[^"|]+")*$/;

const NAMES = /^\w+(?:\s*\|\s*\w+)+$/;

/** Reads `string`, `int?`, `"low" | "high"`, `member?`, `member | admin`; null for anything else. */
export function parseFieldType(text: string): FieldType | null {
  const optional = text.endsWith("?");
  const bare = text.replace(/\s*\?$/, "").replace(/^\((.*)\)$/, "$1");
  if (VALUES.test(bare)) {
    const values = Array.from(bare.matchAll(/"([^"]+)"/g), (match) => match[1] as string);
    return { name: "string", values, optional };
  }
  if (NAMES.test(bare)) {
    const [name = "", ...others] = bare.split("|").map((each) => each.trim());
    return { name, values: [], optional, others };
  }
  return /^\w+$/.test(bare) ? { name: bare, values: [], optional } : null;
}

export function printFieldType({ name, values, optional, others = [] }: FieldType): string {
  const names = [name, ...others].join(" | ");
  if (values.length === 0) return !optional ? names : others.length > 0 ? `(${names})?` : `${names}?`;
  const set = values.map((value) => `"${value}"`).join(" | ");
  return optional ? `(${set})?` : set;
}
