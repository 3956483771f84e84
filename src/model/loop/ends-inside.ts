/**
 * Whether a text of JSON stops in the middle of a value, so that a part of it is lost. Brackets that only lack their
 * counterparts lose nothing.
 */
export function endsInside(text: string): boolean {
  const start = text.search(/[{[]/);
  if (start === -1) return false;
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const mark = text[at];
    if (quoted && mark === "\\") at++;
    else if (mark === '"') quoted = !quoted;
    else if (!quoted && (mark === "{" || mark === "[")) depth++;
    else if (!quoted && (mark === "}" || mark === "]") && --depth === 0) return false;
  }
  return quoted || (depth > 0 && /[:,\w.+-]\s*$/.test(text));
}
