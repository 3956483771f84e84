import { WorldError } from "./world-error.js";

/** GitHub did not do what was asked. */
export class GitHubError extends WorldError {
  public override readonly name: string = "GitHubError";

  public constructor(
    thing: string,
    detail: string,
    remedy: string,
    /** HTTP status of the answer; null where there was none. */
    public readonly status: number | null,
    cause?: unknown,
  ) {
    super("host", thing, detail, remedy, cause);
  }
}
