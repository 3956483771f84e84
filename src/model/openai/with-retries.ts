import type { Failure, Tried } from "./failure.js";

/** Clock and dice of the retries; tests bring their own. */
export interface Waiting {
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
}

export interface RetryLimits {
  readonly tries: number;
  /** For all of them, waits included. */
  readonly milliseconds: number;
}

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;

/**
 * Tries again what may go well later: after what the endpoint asks for, else twice as long each time, with some chance
 * in it so that workers do not come back all at once. A wait that nobody has the patience for is not begun.
 */
export async function withRetries<T>(
  attempt: () => Promise<Tried<T>>,
  { tries, milliseconds }: RetryLimits,
  { sleep, now, random }: Waiting,
): Promise<Tried<T> & { readonly tries: number }> {
  const start = now();
  for (let tried = 1; ; tried++) {
    const result = await attempt();
    if (result.ok || !result.failure.again || tried >= tries) return { ...result, tries: tried };
    const wait = waitFor(result.failure, tried, random());
    if (now() - start + wait > milliseconds) return { ...result, tries: tried };
    await sleep(wait);
  }
}

function waitFor({ wait }: Failure, tried: number, chance: number): number {
  if (wait !== null) return wait;
  return Math.round(Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tried - 1)) * (0.5 + chance / 2));
}
