import { WorldError } from "../errors/world-error.js";

/** The endpoint of the model gave no answer, however often it was asked. */
export class ModelError extends WorldError {
  public override readonly name: string = "ModelError";

  public constructor(
    thing: string,
    detail: string,
    remedy: string,
    /** HTTP status of the last answer; null where there was none. */
    public readonly status: number | null = null,
    cause?: unknown,
  ) {
    super("model", thing, detail, remedy, cause);
  }
}
