/** The command was written wrongly; ends with exit code 2. */
export class UsageError extends Error {
  public override readonly name = "UsageError";
}
