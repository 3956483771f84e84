import { createHash } from "node:crypto";
import type { Backend, BackendFile } from "./backend.js";
import { blobSha } from "./blob-sha.js";
import type { Edit } from "./edit.js";
import { backendOf } from "./make-backend.js";

/**
 * The backend with the edits applied. Its commit is a digest of what it holds, so that two ways to the same files
 * give the same value. An edit made for another text is a broken invariant and throws.
 */
export function applyEdits(backend: Backend, edits: readonly Edit[]): Backend {
  const files = new Map(backend.files);
  for (const edit of edits) {
    const base = backend.files.get(edit.path)?.text ?? null;
    if (base !== edit.before) throw new Error(`The edit of ${edit.path} was made for another text`);
    if (edit.after === null) files.delete(edit.path);
    else files.set(edit.path, { path: edit.path, sha: blobSha(edit.after), text: edit.after });
  }
  return backendOf(digest(files.values()), files.values());
}

function digest(files: Iterable<BackendFile>): string {
  const lines = [...files].map((file) => `${file.path}\0${file.sha}\n`).sort();
  return createHash("sha1").update(lines.join("")).digest("hex");
}
