/** The line break that a text uses: Windows' if it has a single one of them. */
export function eolOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
