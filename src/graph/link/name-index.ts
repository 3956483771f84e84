import type { FileFacts } from "../facts/file-facts.js";

const NONE: ReadonlyMap<string, number> = new Map();

/** Which files name a member, and how. */
export function nameIndex(
  facts: ReadonlyMap<string, FileFacts>,
): (name: string) => ReadonlyMap<string, number> {
  const index = new Map<string, Map<string, number>>();
  for (const [path, { names, hows }] of facts)
    for (let at = 0; at < names.length; at++) {
      const name = names[at] as string;
      let paths = index.get(name);
      if (paths === undefined) index.set(name, (paths = new Map()));
      paths.set(path, hows[at] as number);
    }
  return (name) => index.get(name) ?? NONE;
}
