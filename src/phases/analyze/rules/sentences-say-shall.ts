import type { Finding, Rule } from "../../../model/loop/finding.js";
import { isRequirement, REQUIREMENT } from "../../rules/requirement-sentence.js";
import type { Analysis } from "../analysis.js";

/** Requirements are written as sentences that can be tested, as those that stand are. */
export const sentencesSayShall: Rule<Analysis> = ({ sections }) =>
  sections.flatMap(({ sentences }, index) =>
    sentences.flatMap(({ text }, at): readonly Finding[] => {
      if (isRequirement(text)) return [];
      const path = `$input.sections[${index}].sentences[${at}].text`;
      const mended = [text.replace(/\s+/g, " ").trim(), `${text.replace(/\s+/g, " ").trim()}.`];
      const candidates = mended.filter(isRequirement);
      const advice = 'For example: "IF the category is muted, THEN THE system SHALL notify nobody."';
      return [{ path, expected: REQUIREMENT, found: text, candidates, advice, by: "rule" }];
    }),
  );
