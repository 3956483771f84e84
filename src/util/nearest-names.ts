import { distance } from "fastest-levenshtein";

/** More than these nobody reads. */
const SHOWN = 12;

/** Names by how few letters lie between them and what was said. */
export function nearestNames(said: string, names: Iterable<string>): readonly string[] {
  const word = said.slice(0, 64).toLowerCase();
  return [...new Set(names)]
    .map((name) => ({ name, steps: distance(word, name.toLowerCase()) }))
    .sort((a, b) => a.steps - b.steps)
    .slice(0, SHOWN)
    .map(({ name }) => name);
}
