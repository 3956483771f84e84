/** A text as it may stand in a comment: it cannot end it. */
export function insideComment(text: string): string {
  return text.replaceAll("*/", "*\\/");
}
