import type { BackendFile } from "../../../source/backend.js";
import type { Known } from "../known.js";

/** The first file of a folder, to be followed by a new one. */
export function firstUnder({ backend }: Known, folder: string): BackendFile | null {
  for (const file of backend.files.values())
    if (file.path.startsWith(folder) && file.path.endsWith(".ts") && file.text !== null) return file;
  return null;
}
