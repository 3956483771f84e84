import { distance } from "fastest-levenshtein";

/** More than these nobody reads. */
const SHOWN = 40;

/** Names by how near they are to what was said, those that share a word with it before all others. */
export function nearestFirst(said: unknown, names: readonly string[]): readonly string[] {
  const word = typeof said === "string" ? said.slice(0, 64).toLowerCase() : "";
  const ranks = new Map(names.map((name) => [name, rank(word, name.toLowerCase())]));
  return [...names].sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0)).slice(0, SHOWN);
}

function rank(word: string, name: string): number {
  if (word === "") return 0;
  const shared = word.split(/[^a-z0-9]+/).filter((part) => part.length > 2 && name.includes(part)).length;
  return distance(word, name) - shared * 8;
}
