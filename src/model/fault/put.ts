import { parsePath } from "../schema/path.js";
import { withValueAt } from "../schema/value-at.js";
import type { Damage, Put, Spot } from "./fault-kind.js";

/** Puts something in the place of what is right there. */
export function instead({ path, value: right }: Spot, value: unknown): Damage {
  return { puts: [{ path, value }], at: path, right };
}

export function applyPuts(value: unknown, puts: readonly Put[]): unknown {
  return puts.reduce((before, { path, value: put }) => withValueAt(before, parsePath(path), put), value);
}

/** A member of an object; the elements of lists are none. */
export function isMember({ holder }: Spot): boolean {
  return holder !== undefined && !Array.isArray(holder);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text that somebody chose freely: neither a name that exists nor a word that tells kinds apart. */
export function isFreeText({ value, names, kinds }: Spot): boolean {
  return typeof value === "string" && names.length === 0 && kinds.length === 0;
}
