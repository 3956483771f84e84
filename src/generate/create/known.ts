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
