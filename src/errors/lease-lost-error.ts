/** Another worker has taken the repository over; whoever gets this writes nothing more to the outside. */
export class LeaseLostError extends Error {
  public override readonly name = "LeaseLostError";

  public constructor(public readonly repository: string) {
    super(`${repository}: the lease is held by another worker now`);
  }
}
