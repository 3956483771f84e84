/** The sentences of a text that people wrote, one per line of a list. Words in between are kept as they are. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?;])\s+|\r?\n+/)
    .map((sentence) => sentence.replace(/^\s*(?:[-*+>]|\d+[.)])\s+/, "").trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
}

/** Words alone: where somebody copied a sentence, case, spaces and quotation marks do not count. */
export function foldedText(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}
