/** How much of one part of a backend is held as typed nodes. */
export interface Reading {
  readonly members: number;
  readonly held: number;
  /** What was not understood, with its place. */
  readonly unread: readonly string[];
  /** What the code printed from the nodes alone means differently. */
  readonly differences: readonly string[];
}
