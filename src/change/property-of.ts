import { parseCarriers, printCarriers } from "./carrier-list.js";

/** Properties of one name in the DTOs of a model. */
export interface PropertyOf {
  /** As written. */
  readonly name: string;
  readonly of: string;
  /** What the DTOs are called: "read", "summary", …; null for those that do by default. */
  readonly in: readonly string[] | null;
}

const FORM = /^(\w+) of ([\w ]+?)(?: in (\w+(?:\s*,\s*\w+)*))?$/i;

/** Reads `nickname of members in read, summary`; null for anything else. */
export function parsePropertyOf(text: string): PropertyOf | null {
  const [, name, of, words] = FORM.exec(text) ?? [];
  return name === undefined || of === undefined ? null : { name, of, in: parseCarriers(words) };
}

export function printPropertyOf({ name, of, in: words }: PropertyOf): string {
  return `${name} of ${of}${printCarriers(words)}`;
}
