/** The members of a union as written, without the parentheses around one: `(string & T) | null` → `string & T`, `null`. */
export function unionParts(type: string): readonly string[] {
  const parts: string[] = [""];
  let depth = 0;
  for (const letter of type) {
    if ("(<{[".includes(letter)) depth++;
    if (")>}]".includes(letter)) depth--;
    if (letter === "|" && depth === 0) parts.push("");
    else parts[parts.length - 1] += letter;
  }
  return parts
    .map((part) =>
      part
        .trim()
        .replace(/^\(([\s\S]*)\)$/, "$1")
        .trim(),
    )
    .filter((part) => part !== "");
}
