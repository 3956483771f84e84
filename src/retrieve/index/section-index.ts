import { createHash } from "node:crypto";
import { headedText, passagesOf } from "../sections/passages.js";
import type { RequirementSection } from "../sections/requirement-section.js";

/** Vectors of sections, as a value that can be stored as JSON. */
export interface SectionIndex {
  readonly embedder: string;
  /** By the hash of what was embedded: the packed vectors of a section's passages. */
  readonly vectors: Readonly<Record<string, readonly string[]>>;
}

/** A section's texts as they are embedded, each under its headings. */
export function embeddedTexts(section: RequirementSection): readonly string[] {
  return passagesOf(section).map(headedText);
}

/** The key of a section: the same for the same words, wherever they stand. */
export function contentHash(section: RequirementSection): string {
  return createHash("sha256")
    .update(JSON.stringify(embeddedTexts(section)))
    .digest("hex");
}
