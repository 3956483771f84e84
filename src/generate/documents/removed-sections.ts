import { isAboutGone, namesKept } from "./heading-is-about.js";
import type { Section } from "../../spec/requirement/markdown-sections.js";
import { isBlank, type Line } from "../../source/text-lines.js";
import type { Vocabulary } from "./vocabulary.js";

/**
 * Sections that go: those about what goes, with all below them, and headings that have nothing left under them.
 * A document's title speaks for the document only if no heading below it names something that stays.
 */
export function removedSections(
  sections: readonly Section[],
  lines: readonly Line[],
  mayGo: (section: Section) => boolean,
  vocabulary: Vocabulary,
): ReadonlySet<Section> {
  const gone = new Set<Section>();
  for (const section of sections) {
    const about =
      mayGo(section) &&
      isAboutGone(section, vocabulary) &&
      (section.level > 1 ||
        below(section, sections).every(
          (each) => isAboutGone(each, vocabulary) || !namesKept(each, vocabulary),
        ));
    if (about || (section.parent !== null && gone.has(section.parent))) gone.add(section);
  }
  for (const section of [...sections].reverse()) {
    const children = below(section, sections);
    const empty = lines.slice(section.body, section.bodyEnd).every((line) => isBlank(line) || isMark(line));
    if (empty && children.length > 0 && children.every((child) => gone.has(child))) gone.add(section);
  }
  return gone;
}

/** Those of the sections that are not inside of another one of them. */
export function outermost(sections: ReadonlySet<Section>): readonly Section[] {
  return [...sections]
    .filter((section) => section.parent === null || !sections.has(section.parent))
    .sort((a, b) => a.from - b.from);
}

function below(section: Section, sections: readonly Section[]): readonly Section[] {
  return sections.filter((other) => other.from > section.from && other.from < section.to);
}

/** A rule between sections, or a marker comment. */
function isMark(line: Line): boolean {
  return /^\s*(([-*_])(\s*\2){2,}|<!--.*-->)\s*$/.test(line.text);
}
