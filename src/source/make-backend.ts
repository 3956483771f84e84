import type { Backend, BackendFile } from "./backend.js";
import { blobSha } from "./blob-sha.js";

/** A backend from texts: path → text, in any order. */
export function makeBackend(commit: string, texts: Iterable<readonly [string, string]>): Backend {
  return backendOf(
    commit,
    [...texts].map(([path, text]) => ({ path, sha: blobSha(text), text })),
  );
}

/** A backend from files whose SHA is already known, as hosts have them. */
export function backendOf(commit: string, files: Iterable<BackendFile>): Backend {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { commit, files: new Map(sorted.map((file) => [file.path, file])) };
}
