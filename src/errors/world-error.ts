/** The part of the world that failed; one word, for exit texts and logs. */
export type World = "host" | "store" | "disk" | "tool" | "config" | "network" | "model";

/**
 * The world failed: a disk, a network, a tool. It names the thing that was acted on, says what a person can do, and
 * keeps its cause. Expected endings are values and never come this way; a broken invariant is a plain Error.
 */
export class WorldError extends Error {
  public override readonly name: string = "WorldError";

  public constructor(
    public readonly world: World,
    /** A path, a repository, an address, a tool with its version. */
    public readonly thing: string,
    public readonly detail: string,
    /** What to do, as a sentence without the full stop. */
    public readonly remedy: string,
    cause?: unknown,
  ) {
    super(`${thing}: ${detail}`, { cause });
  }
}
