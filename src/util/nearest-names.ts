import { distance } from "fastest-levenshtein";

/** More than these nobody reads. */
const SHOWN = 12;

/** Names by how near they are to what was said, those that share a word with it before all others. */
export function nearestNames(said: string, names: Iterable<string>): readonly string[] {
  const word = said.slice(0, 64).toLowerCase();
  return [...new Set(names)]
    .map((name) => ({ name, far: distanceOf(word, name.toLowerCase()) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, SHOWN)
    .map(({ name }) => name);
}

/** How far a name is from a word, both in lower case; less than nothing where they share words. */
export function distanceOf(word: string, name: string): number {
  const shared = word.split(/[^a-z0-9]+/).filter((part) => part.length > 2 && name.includes(part));
  return distance(word, name) - shared.length * 8;
}
