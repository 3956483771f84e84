import { readFile } from "node:fs/promises";
import typia, { type tags } from "typia";
import type { Reply } from "../port.js";
import type { FaultKind, Spot, TextFault, ValueFault } from "./fault-kind.js";
import { instead, isFreeText, isMember, isObject } from "./put.js";

/** A file of further fault kinds, for what was seen and is not in the catalogue. */
export interface FaultFile {
  readonly faults: readonly (DeclaredValueFault | DeclaredTextFault)[];
}

interface Declared {
  readonly name: string & tags.MinLength<1>;
  /** Where it was seen. */
  readonly source: string;
}

/** Spoils a value at one place of the right kind: exactly one of `put`, `replace` and `remove` says how. */
export interface DeclaredValueFault extends Declared {
  readonly at:
    "name" | "kind" | "text" | "number" | "boolean" | "null" | "list" | "object" | "element" | "member";
  /** Stands there instead. */
  readonly put?: unknown;
  /** A regular expression of JavaScript and what takes the place of every match, in texts and names. */
  readonly replace?: readonly [pattern: string, by: string];
  readonly remove?: true;
}

/** Spoils how the answer is written or sent. */
export interface DeclaredTextFault extends Declared {
  readonly text: {
    readonly before?: string;
    readonly after?: string;
    /** A regular expression of JavaScript and what takes the place of every match. */
    readonly replace?: readonly [pattern: string, by: string];
    /** Which part of the text is kept, from its start: 0.5 is the first half. */
    readonly keep?: number & tags.Minimum<0> & tags.Maximum<1>;
    readonly called?: string | null;
    readonly reason?: Reply["reason"];
  };
  /** A regular expression for what feedback has to say, so that whoever reads it knows what is meant. */
  readonly told: string;
}

const validate = typia.json.createValidateParse<FaultFile>();

/** The kinds of a file, or what is wrong with it, a sentence each. */
export async function readFaultFile(
  path: string,
): Promise<
  | { readonly ok: true; readonly kinds: readonly FaultKind[] }
  | { readonly ok: false; readonly problems: readonly string[] }
> {
  const result = validate(await readFile(path, "utf8"));
  if (!result.success)
    return {
      ok: false,
      problems: result.errors.map(({ path: at, expected }) => `${at}: expected ${expected}`),
    };
  return {
    ok: true,
    kinds: result.data.faults.map((each) => ("at" in each ? valueFault(each) : textFault(each))),
  };
}

const FITS: Readonly<Record<DeclaredValueFault["at"], (spot: Spot) => boolean>> = {
  name: ({ names, value }) => names.length > 0 && typeof value === "string",
  kind: ({ kinds }) => kinds.length > 0,
  text: isFreeText,
  number: ({ value }) => typeof value === "number",
  boolean: ({ value }) => typeof value === "boolean",
  null: ({ value }) => value === null,
  list: ({ value }) => Array.isArray(value),
  object: ({ value }) => isObject(value),
  element: ({ holder }) => Array.isArray(holder),
  member: isMember,
};

function valueFault({ name, source, at, put, replace, remove }: DeclaredValueFault): ValueFault {
  return {
    name,
    source,
    spoils: "value",
    damage: (spot) => {
      if (!FITS[at](spot)) return null;
      if (remove === true) return instead(spot, undefined);
      if (replace === undefined) return put === spot.value ? null : instead(spot, put);
      const text =
        typeof spot.value === "string" ? spot.value.replace(new RegExp(replace[0], "g"), replace[1]) : null;
      return text === null || text === spot.value ? null : instead(spot, text);
    },
  };
}

function textFault({ name, source, text, told }: DeclaredTextFault): TextFault {
  const { before = "", after = "", replace, keep = 1, called, reason } = text;
  const write = (written: string): string => {
    const kept = written.slice(0, Math.floor(written.length * keep));
    return `${before}${replace === undefined ? kept : kept.replace(new RegExp(replace[0], "g"), replace[1])}${after}`;
  };
  return {
    name,
    source,
    spoils: "text",
    told: new RegExp(told),
    damage: (reply) => ({
      ...reply,
      text: write(reply.text),
      ...(called !== undefined && { called }),
      ...(reason !== undefined && { reason }),
    }),
  };
}
