/** Control, zero-width, bidirectional-control, tag and other characters that a reader does not see; line breaks are seen. */
const HIDDEN = /(?![\n\t])[\p{C}\p{Zl}\p{Zp}]/gu;

/** A text as a person sees it. */
export function visibleText(text: string): string {
  return text.replace(HIDDEN, "");
}

/** What Markdown does not show is gone. */
export function withoutComments(text: string): string {
  return text.replace(/<!--[\s\S]*?(?:-->|$)/g, "");
}
