import type { Backend } from "../../source/backend.js";
import { classify } from "../../source/layout.js";
import { linesOf } from "../../source/text-lines.js";
import { sectionsOf, type Section } from "./markdown-sections.js";

export interface Document {
  readonly path: string;
  /** The name of its file without folder and ending. */
  readonly name: string;
  readonly text: string;
  readonly sections: readonly Section[];
}

/** A section of a document; null stands for the document as a whole. */
export interface Place {
  readonly document: Document;
  readonly section: Section | null;
}

/** All documents of the requirements, in path order. */
export function documentsOf(backend: Backend): readonly Document[] {
  return [...backend.files.values()].flatMap(({ path, text }) => {
    if (classify(path) !== "requirement" || text === null) return [];
    const name = path.replace(/^.*\//, "").replace(/\.md$/, "");
    return [{ path, name, text, sections: sectionsOf(linesOf(text)) }];
  });
}

/** The name that stays when sections are moved or others come: the document, and what a link to the section says. */
export function idOf({ document, section }: Place): string {
  return section === null ? document.name : `${document.name}#${section.anchor}`;
}
