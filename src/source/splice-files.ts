import type { Backend } from "./backend.js";
import { applySplices, type Edit, type Splice } from "./edit.js";

/** A splice with the file that it is made in. */
export interface PlacedSplice extends Splice {
  readonly path: string;
}

/** One edit for each file, in the order in which the files are met; `finish` has the last word about a text, null deletes. */
export function spliceFiles(
  { files }: Backend,
  splices: readonly PlacedSplice[],
  finish: (text: string) => string | null = (text) => text,
): readonly Edit[] {
  const paths = [...new Set(splices.map(({ path }) => path))];
  return paths.map((path) => {
    const before = files.get(path)?.text ?? "";
    const own = splices.filter((each) => each.path === path);
    return { path, before, after: finish(applySplices(before, own)) };
  });
}
