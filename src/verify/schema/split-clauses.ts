/** The parts of a list at its outer commas; strings, names and parentheses stay whole. */
export function splitClauses(list: string): readonly string[] {
  const parts: string[] = [];
  let current = "";
  let depth = 0;
  for (const token of list.match(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[(),[\]]|[^'"(),[\]]+/g) ?? []) {
    if (token === "," && depth === 0) {
      parts.push(current.trim());
      current = "";
      continue;
    }
    if (token === "(" || token === "[") depth++;
    if (token === ")" || token === "]") depth--;
    current += token;
  }
  return [...parts, current.trim()].filter((part) => part !== "");
}
