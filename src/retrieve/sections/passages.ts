import type { RequirementSection } from "./requirement-section.js";

/** Part of a section, short enough to be about one thing. Most sections are one passage. */
export interface Passage {
  readonly section: RequirementSection;
  readonly text: string;
}

/** About 200 words: what embedding models are trained on, and far more than most requirement sections have. */
const LENGTH = 1200;

export function passagesOf(section: RequirementSection): readonly Passage[] {
  return packed(section.text.split("\n").flatMap(pieces)).map((text) => ({ section, text }));
}

/** The passage under its headings: "Erasing" alone does not say what is erased. */
export function headedText({ section, text }: Passage): string {
  return `${[...section.trail, section.title].join(" / ")}\n${text}`;
}

/** As many lines together as a passage holds. */
function packed(lines: readonly string[]): readonly string[] {
  const texts: string[] = [];
  let open = "";
  for (const line of lines) {
    if (open !== "" && open.length + 1 + line.length > LENGTH) {
      texts.push(open.trimEnd());
      open = "";
    }
    open = open === "" ? line.trimStart() : `${open}\n${line}`;
  }
  return open.trim() === "" ? texts : [...texts, open.trimEnd()];
}

/** A line that is too long for one passage, cut between words where it has any. */
function pieces(line: string): readonly string[] {
  const parts: string[] = [];
  let rest = line;
  while (rest.length > LENGTH) {
    const space = rest.lastIndexOf(" ", LENGTH);
    const at = space > 0 ? space : LENGTH;
    parts.push(rest.slice(0, at));
    rest = rest.slice(at).trimStart();
  }
  return [...parts, rest];
}
