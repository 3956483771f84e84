import { failureOf } from "./failure-of.js";
import { type RetryLimits, type Waiting, withRetries } from "./with-retries.js";

/** Asks an endpoint, and asks again what may go well later; in the end it throws what the SDK threw. */
export function retrying(
  key: string | null,
  limits: RetryLimits,
  waiting: Waiting,
): <T>(ask: () => Promise<T>) => Promise<T> {
  return async (ask) => {
    let thrown: unknown;
    const tried = await withRetries(
      async () => {
        try {
          return { ok: true, value: await ask() } as const;
        } catch (error) {
          thrown = error;
          return { ok: false, failure: failureOf(error, key, false, waiting.now()) } as const;
        }
      },
      limits,
      waiting,
    );
    if (tried.ok) return tried.value;
    throw thrown;
  };
}
