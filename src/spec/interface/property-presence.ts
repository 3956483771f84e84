import type { Splice } from "../../source/edit.js";
import { unionParts } from "./union-parts.js";
import type { DtoProperty } from "./interface-spec.js";

/** What a property says about being empty or left out. */
export interface Presence {
  readonly nullable: boolean;
  readonly optional: boolean;
}

/** Writes a property's presence; its type, comments and place stay. Null where it is so already. */
export function setPresence(text: string, property: DtoProperty, wanted: Presence): Splice | null {
  const written = text.slice(property.span.start, property.span.end);
  const match = new RegExp(`(?:^|[\\s"'])${property.name}["']?(\\s*\\?)?(\\s*:\\s*)`).exec(
    written.replace(/\/\*[\s\S]*?\*\//g, (doc) => " ".repeat(doc.length)),
  );
  if (match === null) return null;
  const type = property.type;
  const bare = unionParts(type).filter((part) => part !== "null" && part !== "undefined");
  const leaves = /\|\s*undefined\b/.test(type);
  const joined = bare.join(" | ");
  const alone = !wanted.nullable && !(leaves && wanted.optional);
  const own = bare.length === 1 && /\s&\s/.test(joined) && !alone ? `(${joined})` : joined;
  const parts = [
    own,
    ...(wanted.nullable ? ["null"] : []),
    ...(leaves && wanted.optional ? ["undefined"] : []),
  ];
  const name = match.index + match[0].length - (match[2] ?? "").length - (match[1] ?? "").length;
  const start = property.span.start + name;
  const from = property.span.start + match.index + match[0].length;
  const after = `${wanted.optional ? "?" : ""}: ${parts.join(" | ")}`;
  const end = from + type.length;
  return text.slice(start, end) === after ? null : { start, end, text: after };
}
