import { splitOutsideQuotes } from "./model-field.js";

/** A property of a new DTO, as a person writes it: `since: datetime?`, `tags: string[]`, `author: IBbsMember.ISummary`. */
export interface DtoMember {
  readonly name: string;
  /** A scalar or a DTO, as written; "string" for a set of values. */
  readonly type: string;
  /** The values it may have; empty where it is no set. */
  readonly values: readonly string[];
  readonly list: boolean;
  /** Whether it may be null. */
  readonly optional: boolean;
}

const MEMBER =
  /^(\w+)\s*:\s*(?:(\w+(?:\.\w+)*)|\(?\s*("[^"|]+"(?:\s*\|\s*"[^"|]+")*)\s*\)?)\s*(\[\])?\s*(\?)?$/;

/** Reads `muted: boolean, level: "low" | "high"`; null where a part is no property. */
export function parseDtoMembers(text: string): readonly DtoMember[] | null {
  const members = splitOutsideQuotes(text, ",").map((part) => parseMember(part.trim()));
  return members.every((each) => each !== null) ? members : null;
}

function parseMember(text: string): DtoMember | null {
  const [, name, type, set, list, optional] = MEMBER.exec(text) ?? [];
  if (name === undefined) return null;
  const values = Array.from((set ?? "").matchAll(/"([^"]+)"/g), (match) => match[1] as string);
  return {
    name,
    type: type ?? "string",
    values,
    list: list !== undefined,
    optional: optional !== undefined,
  };
}

export function printDtoMember({ name, type, values, list, optional }: DtoMember): string {
  const set = values.map((value) => `"${value}"`).join(" | ");
  const bare = set === "" ? type : list || optional ? `(${set})` : set;
  return `${name}: ${bare}${list ? "[]" : ""}${optional ? "?" : ""}`;
}
