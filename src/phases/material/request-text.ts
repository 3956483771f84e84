import { visibleText, withoutComments } from "../../util/visible-text.js";

/** More than this nobody asks for at once. */
const LIMIT = 8_000;

/** What a person wrote, as a step reads it: what nobody sees on the page is not there. */
export function requestText(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").replace(/^\s*\/autobe(?=\s|$)/gim, "");
  return visibleText(withoutComments(lines))
    .replace(/\n{3,}/g, "\n\n")
    .trim()
    .slice(0, LIMIT);
}
