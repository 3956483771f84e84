import type { Logger } from "pino";
import type { Progress } from "../../util/progress.js";

/** A server's progress goes to its log; nobody looks at a line that is rewritten. */
export function loggedProgress(logger: Logger): Progress {
  return {
    start: (step) => logger.debug({ step }, "step started"),
    say: (text) => logger.debug({ text }, "step goes on"),
    end: (step, milliseconds, result) => logger.info({ step, milliseconds, result }, "step ended"),
  };
}
