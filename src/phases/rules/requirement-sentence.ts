const SENTENCE = /^(?:(?:WHEN|WHILE|WHERE|IF)\b.+?,\s+(?:THEN\s+)?)?THE\s.+?\sSHALL\s.+\.$/i;

/** Another sentence, another line, or marks that a document hides. */
const MORE = /\n|\.\s+(?:WHEN|WHILE|WHERE|IF|THE)\b|<[!/a-z]/;

/** A sentence of the requirements that can be tested: who does what, and when. */
export const REQUIREMENT = "WHEN …, THE system SHALL …, in one sentence and on one line";

/** Whether a text is one such sentence and nothing else. */
export function isRequirement(text: string): boolean {
  return SENTENCE.test(text) && !MORE.test(text);
}
