/**
 * A backend at one commit, as a value. Content is addressed by git blob SHA-1, so two backends share what is
 * equal and every cache can be keyed by content. Nothing here touches a disk: hosts make these values.
 */
export interface Backend {
  /** The commit (or tree) this value was read from; forty hex digits, or a label in tests. */
  readonly commit: string;
  /** Path (posix, relative to the repository's root) → file. Iteration order is by path. */
  readonly files: ReadonlyMap<string, BackendFile>;
}

export interface BackendFile {
  readonly path: string;
  /** Git blob SHA-1 of the content. */
  readonly sha: string;
  /** UTF-8 text; null where the host did not load it (binary, or outside of what the bot reads). */
  readonly text: string | null;
}
