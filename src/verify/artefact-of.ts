import { basename } from "node:path/posix";

/** The name of the artefact a path holds: generated files are called after what they declare. */
export function artefactOf(path: string): string {
  const name = basename(path).replace(/\.(d\.)?[a-z]+$/, "");
  if (name !== "index") return name;
  return path.split("/").slice(-2, -1)[0] ?? name;
}
