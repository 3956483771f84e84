import type { Limits } from "./limits.js";
import { unionParts } from "./union-parts.js";

/** The tag of each limit; further ones of the same meaning behind it. */
const TAGS: Readonly<Record<keyof Limits, readonly string[]>> = {
  min: ["Minimum", "ExclusiveMinimum"],
  max: ["Maximum", "ExclusiveMaximum"],
  minLength: ["MinLength"],
  maxLength: ["MaxLength"],
  pattern: ["Pattern"],
  format: ["Format"],
};

const KEYS = Object.keys(TAGS) as (keyof Limits)[];

/** Formats that are what a value is, and no limit of it. */
const KINDS: readonly string[] = ["date-time", "date", "time", "uuid"];

/** The limits that a type as written says. */
export function limitsIn(type: string): Limits {
  return Object.fromEntries(
    KEYS.flatMap((key) => {
      const written = tagOf(key).exec(type)?.[2];
      if (written === undefined) return [];
      const value: unknown = JSON.parse(written.replace(/^'(.*)'$/, '"$1"'));
      const isKind = key === "format" && KINDS.some((each) => each === value);
      return isKind ? [] : [[key, value]];
    }),
  ) as Limits;
}

/** A type with the limits that are said, others kept; null takes every one away. The rest of it stays as written. */
export function withLimits(type: string, limits: Limits | null): string {
  if (limits === null)
    return KEYS.filter((key) => key in limitsIn(type)).reduce((text, key) => withoutTag(text, key), type);
  return KEYS.reduce((text, key) => {
    const value = limits[key];
    return value === undefined ? text : withTag(text, key, value);
  }, type);
}

function withTag(type: string, key: keyof Limits, value: number | string): string {
  const tag = `tags.${TAGS[key][0] ?? ""}<${JSON.stringify(value)}>`;
  const old = tagOf(key).exec(type);
  if (old !== null) return type.replace(old[0], () => tag);
  const parts = unionParts(type);
  const own = parts.find((part) => part !== "null" && part !== "undefined") ?? type;
  if (parts.length === 1 && !type.startsWith("(")) return `${type} & ${tag}`;
  return type.includes(`(${own})`)
    ? type.replace(`(${own})`, () => `(${own} & ${tag})`)
    : type.replace(own, () => `(${own} & ${tag})`);
}

function withoutTag(type: string, key: keyof Limits): string {
  const bare = type.replace(new RegExp(`\\s*&\\s*${tagOf(key).source}`), "");
  return bare.replace(/\((string|number)\)/, "$1");
}

function tagOf(key: keyof Limits): RegExp {
  return new RegExp(`tags\\.(${TAGS[key].join("|")})<\\s*("(?:[^"\\\\]|\\\\.)*"|'[^']*'|-?[\\d.]+)\\s*>`);
}
