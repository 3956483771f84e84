import type { Backend } from "../../source/backend.js";
import type { DatabaseSpec } from "../../spec/database/database-spec.js";
import type { InterfaceSpec } from "../../spec/interface/interface-spec.js";

/** A backend with what was read from it: whatever is created follows what is there. */
export interface Known {
  readonly backend: Backend;
  readonly database: DatabaseSpec;
  readonly api: InterfaceSpec;
}

/** The text of a file; empty if there is none. */
export function textOf({ backend }: Known, path: string): string {
  return backend.files.get(path)?.text ?? "";
}

/** Texts of the files whose paths begin so, in path order. */
export function textsUnder({ backend }: Known, folder: string): readonly string[] {
  return [...backend.files.values()].flatMap(({ path, text }) =>
    path.startsWith(folder) && text !== null ? [text] : [],
  );
}

/** The value that most of them have, the first one of equals; null of none. */
export function most<T>(values: Iterable<T>): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first === undefined ? null : first[0];
}
