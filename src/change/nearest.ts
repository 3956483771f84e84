import { distance } from "fastest-levenshtein";

/** The candidate that a mistyped word most likely meant; null if none is near enough to be worth saying. */
export function nearestOf<T extends string>(word: string, candidates: readonly T[]): T | null {
  const short = word.slice(0, 64).toLowerCase();
  let best: T | null = null;
  let least = Infinity;
  for (const candidate of candidates) {
    const steps = distance(short, candidate.toLowerCase());
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best !== null && least <= Math.max(2, Math.floor(best.length / 2)) ? best : null;
}
