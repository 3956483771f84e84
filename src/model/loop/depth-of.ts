/** How many brackets of a text of JSON are open at once. */
export function depthOf(text: string): number {
  let [depth, deepest, quoted] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const mark = text[at];
    if (quoted && mark === "\\") at++;
    else if (mark === '"') quoted = !quoted;
    else if (!quoted && (mark === "{" || mark === "[")) deepest = Math.max(deepest, ++depth);
    else if (!quoted && (mark === "}" || mark === "]")) depth--;
  }
  return deepest;
}
