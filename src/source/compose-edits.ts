import type { Edit } from "./edit.js";

/** Lists of edits that follow each other as one list, in path order; a file that ends as it began is left out. */
export function composeEdits(lists: readonly (readonly Edit[])[]): Edit[] {
  const composed = new Map<string, Edit>();
  for (const edit of lists.flat()) {
    const earlier = composed.get(edit.path);
    composed.set(edit.path, earlier === undefined ? edit : { ...edit, before: earlier.before });
  }
  return [...composed.values()]
    .filter((edit) => edit.before !== edit.after)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
