import type { Limits } from "../spec/interface/limits.js";

const NUMBERS: ReadonlyMap<string, "min" | "max" | "minLength" | "maxLength"> = new Map([
  ["min", "min"],
  ["max", "max"],
  ["min length", "minLength"],
  ["max length", "maxLength"],
]);

const LIMIT =
  /^(?:(min length|max length|min|max) (-?\d+(?:\.\d+)?)|pattern \/(.*?[^\\])\/(?=$|,| )|format ([a-z][a-z-]*))(?:\s*(?:,|\band\b)\s*|\s+|$)/i;

/** Reads `min length 1, max length 80`; null for anything else, and where a limit is said twice. */
export function parseLimits(text: string): Limits | null {
  const found = new Map<string, number | string>();
  for (let rest = text.trim(); rest !== "";) {
    const match = LIMIT.exec(rest);
    if (match === null) return null;
    const [all, name, number, pattern, format] = match;
    const key =
      name === undefined ? (pattern === undefined ? "format" : "pattern") : NUMBERS.get(name.toLowerCase());
    if (key === undefined || found.has(key)) return null;
    found.set(key, number === undefined ? (pattern ?? format ?? "") : Number(number));
    rest = rest.slice(all.length);
  }
  return found.size === 0 ? null : (Object.fromEntries(found) as Limits);
}

export function printLimits({ min, max, minLength, maxLength, pattern, format }: Limits): string {
  return [
    ...(min === undefined ? [] : [`min ${min}`]),
    ...(max === undefined ? [] : [`max ${max}`]),
    ...(minLength === undefined ? [] : [`min length ${minLength}`]),
    ...(maxLength === undefined ? [] : [`max length ${maxLength}`]),
    ...(pattern === undefined ? [] : [`pattern /${pattern}/`]),
    ...(format === undefined ? [] : [`format ${format}`]),
  ].join(", ");
}
