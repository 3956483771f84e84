/** What a project's build would leave on disk, every path relative to the tree. */
export interface Emitted {
  readonly files: readonly EmittedFile[];
  /** Import patterns of the tsconfig → places that the emitted files stand in. */
  readonly paths: Readonly<Record<string, readonly string[]>>;
}

export interface EmittedFile {
  /** The source that it was made from. */
  readonly source: string;
  readonly path: string;
  readonly text: string;
}
