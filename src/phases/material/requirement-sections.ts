import { linesOf } from "../../source/text-lines.js";
import { documentsOf, idOf } from "../../spec/requirement/documents.js";
import type { Backend } from "../../source/backend.js";

/** A section of the requirements: its heading and what stands right under it. */
export interface RequirementSection {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** All sections that say something, in the order of their documents. */
export function requirementSections(backend: Backend): readonly RequirementSection[] {
  return documentsOf(backend).flatMap((document) => {
    const lines = linesOf(document.text).map(({ text }) => text);
    return document.sections.flatMap((section) => {
      const text = lines.slice(section.body, section.bodyEnd).join("\n").trim();
      return text === "" ? [] : [{ id: idOf({ document, section }), title: section.title, text }];
    });
  });
}
