/** More than this nobody asks for at once. */
const LIMIT = 8_000;

/** Control, zero-width, bidirectional-control and other characters that a reader does not see; line breaks are seen. */
const HIDDEN = /(?![\n\t])\p{C}/gu;

/** What a person wrote, as a step reads it: what nobody sees on the page is not there. */
export function requestText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/^\s*\/autobe(?=\s|$)/gim, "")
    .replace(/<!--[\s\S]*?(?:-->|$)/g, "")
    .replace(HIDDEN, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
    .slice(0, LIMIT);
}
