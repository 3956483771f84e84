import type { Splice } from "../../source/edit.js";
import type { DtoProperty } from "./interface-spec.js";

/** Writes the whole type of a property. Null where it is so already, or not found as it was read. */
export function replaceType(text: string, { span, type }: DtoProperty, now: string): Splice | null {
  const at = text.slice(span.start, span.end).lastIndexOf(type);
  if (at === -1 || now === type) return null;
  const start = span.start + at;
  return { start, end: start + type.length, text: now };
}
