import { distanceOf } from "../../util/nearest-names.js";

/** More than these nobody reads. */
const SHOWN = 40;

/** Names by how near they are to what was said, those that share a word with it before all others. */
export function nearestFirst(said: unknown, names: readonly string[]): readonly string[] {
  const word = typeof said === "string" ? said.slice(0, 64).toLowerCase() : "";
  const ranks = new Map(names.map((name) => [name, word === "" ? 0 : distanceOf(word, name.toLowerCase())]));
  return [...names].sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0)).slice(0, SHOWN);
}
