import type { SectionFact } from "./file-facts.js";

/** Headings of a Markdown document, those inside of code fences left out. */
export function readSections(text: string): readonly SectionFact[] {
  const sections: SectionFact[] = [];
  let fence: string | null = null;
  text.split(/\r?\n/).forEach((line, index) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined) fence = fence === null ? mark : mark.startsWith(fence) ? null : fence;
    const heading = fence === null ? /^ {0,3}(#{1,6})[^\S\n]+(.+?)[^\S\n]*#*$/.exec(line) : null;
    if (heading !== null)
      sections.push({ heading: heading[2] as string, level: (heading[1] as string).length, line: index + 1 });
  });
  return sections;
}
