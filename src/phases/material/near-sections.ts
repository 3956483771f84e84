import { wordsOf } from "../../spec/words.js";
import type { RequirementSection } from "./requirement-sections.js";

/** More than this a step does not read. */
const CHARACTERS = 12_000;

/** The sections that share most words with a text, as many as there is room for, in the order of the documents. */
export function nearSections(
  text: string,
  sections: readonly RequirementSection[],
): readonly RequirementSection[] {
  const asked = new Set(wordsOf(text));
  const common = ({ title, text: body }: RequirementSection): number =>
    new Set(wordsOf(`${title} ${body}`).filter((word) => word.length > 3 && asked.has(word))).size;
  const ranked = sections
    .map((section) => ({ section, score: common(section) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  let room = CHARACTERS;
  const chosen = new Set(
    ranked.filter(({ section }) => (room -= section.text.length) >= 0).map(({ section }) => section),
  );
  return sections.filter((section) => chosen.has(section));
}
