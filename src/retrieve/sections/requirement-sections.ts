import type { Backend } from "../../source/backend.js";
import { linesOf } from "../../source/text-lines.js";
import { documentsOf, idOf, type Document } from "../../spec/requirement/documents.js";
import type { Section } from "../../spec/requirement/markdown-sections.js";
import { withoutComments } from "../../util/visible-text.js";
import type { RequirementSection } from "./requirement-section.js";

/** The sections of a backend's requirements in reading order; a heading without text of its own is none. */
export function requirementSections(backend: Backend): readonly RequirementSection[] {
  return documentsOf(backend).flatMap((document) => {
    const lines = linesOf(document.text);
    return document.sections.flatMap((section) => {
      const own = lines.slice(section.body, section.bodyEnd).map(({ text }) => text);
      const text = withoutComments(own.join("\n")).trim();
      return text === "" ? [] : [sectionOf(document, section, text)];
    });
  });
}

function sectionOf(document: Document, section: Section, text: string): RequirementSection {
  const trail: string[] = [];
  for (let above = section.parent; above !== null; above = above.parent) trail.unshift(above.title);
  const { path } = document;
  return { id: idOf({ document, section }), path, line: section.from + 1, title: section.title, trail, text };
}
