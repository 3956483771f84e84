import type { Limits } from "../../spec/interface/limits.js";
import type { LiteralValue } from "../retype/literals.js";

/** Whether a value keeps to limits; a format is believed where nothing here can tell. */
export function isWithin(value: LiteralValue, limits: Limits): boolean {
  const { min = -Infinity, max = Infinity, minLength = 0, maxLength = Infinity, pattern, format } = limits;
  if (typeof value === "number") return value >= min && value <= max;
  if (typeof value === "boolean") return true;
  if (value.length < minLength || value.length > maxLength) return false;
  if (pattern !== undefined && !new RegExp(pattern).test(value)) return false;
  return format === undefined || (FORMATS[format]?.test(value) ?? true);
}

/** A value near another one that keeps to limits; null where nobody can tell. */
export function fitted(value: LiteralValue, limits: Limits, index: number): LiteralValue | null {
  if (typeof value === "number") return Math.min(Math.max(value, limits.min ?? value), limits.max ?? value);
  if (typeof value === "boolean" || limits.pattern !== undefined) return null;
  const made = limits.format === undefined ? value : (EXAMPLES[limits.format]?.(index + 1) ?? null);
  if (made === null) return null;
  const cut = made.slice(0, limits.maxLength ?? made.length);
  const long = cut + "-".repeat(Math.max(0, (limits.minLength ?? 0) - cut.length));
  return isWithin(long, limits) ? long : null;
}

const FORMATS: Readonly<Record<string, RegExp>> = {
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  uri: /^[a-z][a-z0-9+.-]*:\S+$/i,
  url: /^https?:\/\/\S+$/i,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  ipv4: /^\d{1,3}(\.\d{1,3}){3}$/,
};

const EXAMPLES: Readonly<Record<string, (number: number) => string>> = {
  email: (number) => `somebody${number}@example.com`,
  uri: (number) => `https://example.com/${number}`,
  url: (number) => `https://example.com/${number}`,
  ipv4: (number) => `192.0.2.${number % 250}`,
};
