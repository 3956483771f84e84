import type { Backend } from "../../../source/backend.js";
import type { Edit } from "../../../source/edit.js";
import { classify } from "../../../source/layout.js";
import { layOutSdk } from "./sdk-layout.js";

/** Edits with the files that get another path: one that goes, and one that comes with what it said. */
export function moveEdits(
  backend: Backend,
  edits: readonly Edit[],
  moves: ReadonlyMap<string, string>,
): readonly Edit[] {
  const after = new Map(edits.map((edit) => [edit.path, edit.after]));
  return [...new Set([...after.keys(), ...moves.keys()])].flatMap((path): readonly Edit[] => {
    const before = backend.files.get(path)?.text;
    if (typeof before !== "string") return [];
    const edited = after.get(path) ?? before;
    const text = classify(path) === "sdk" && edited !== before ? layOutSdk(before, edited) : edited;
    const to = moves.get(path);
    if (to === undefined) return [{ path, before, after: text }];
    // A path that another file leaves in the same move is free.
    const taken = moves.has(to) ? (backend.files.get(to)?.text ?? null) : null;
    return [
      { path, before, after: null },
      { path: to, before: taken, after: text },
    ];
  });
}
