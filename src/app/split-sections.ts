/**
 * Splits Markdown at its `### Name` lines of known names: what stands before the first, and the text of each. Code
 * from outside may hold such lines too, so those in fences do not count.
 */
export function splitSections<Name extends string>(
  text: string,
  names: readonly Name[],
): { readonly before: string; readonly sections: ReadonlyMap<Name, string> } {
  const parts = new Map<Name | null, string[]>([[null, []]]);
  let current: string[] = parts.get(null) ?? [];
  let fence: string | null = null;
  for (const line of text.split("\n")) {
    const name = fence === null ? names.find((each) => line === `### ${each}`) : undefined;
    if (name !== undefined) {
      parts.set(name, (current = []));
      continue;
    }
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && fence === null) fence = mark;
    else if (mark !== undefined && fence !== null && mark.startsWith(fence)) fence = null;
    current.push(line);
  }
  const sections = new Map<Name, string>();
  for (const [name, lines] of parts) if (name !== null) sections.set(name, lines.join("\n").trim());
  return { before: (parts.get(null) ?? []).join("\n").trim(), sections };
}
