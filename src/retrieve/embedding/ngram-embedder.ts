import { termsOf } from "../terms/terms-of.js";
import type { Embedder, Vector } from "./embedder.js";

const DIMENSIONS = 2048;
const SHORTEST = 3;
const LONGEST = 5;

/**
 * Vectors without a model: the letters of each word in groups of three to five, hashed to dimensions. Such vectors
 * know that "commenting" is near "commentator" and forgive mistypings; that an alarm is a reminder they do not know.
 * A vector depends on its own text alone, so that a changed section changes no other's.
 */
export const ngramEmbedder: Embedder = {
  name: `letter groups ${SHORTEST}-${LONGEST}, ${DIMENSIONS} dimensions, 1`,
  weight: 0.25,
  embed: async (texts) => await Promise.resolve(texts.map(vectorOf)),
};

function vectorOf(text: string): Vector {
  const vector = new Float32Array(DIMENSIONS);
  const counts = new Map<string, number>();
  for (const term of termsOf(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  for (const [term, count] of counts) {
    const groups = groupsOf(term);
    // A long word has more groups than a short one and says no more than it.
    const weight = (1 + Math.log(count)) / Math.sqrt(groups.length);
    for (const group of groups) {
      const hash = hashOf(group);
      // Half of the groups count down, so that those that share a dimension by chance cancel out.
      const at = hash % DIMENSIONS;
      vector[at] = (vector[at] ?? 0) + (hash >= 2 ** 31 ? -weight : weight);
    }
  }
  return vector;
}

/** The word as a whole and its groups of letters, with its beginning and its end marked. */
function groupsOf(term: string): readonly string[] {
  const word = `<${term}>`;
  const groups = [word];
  for (let length = SHORTEST; length <= LONGEST; length++)
    for (let from = 0; from + length <= word.length; from++) groups.push(word.slice(from, from + length));
  return groups;
}

/** FNV-1a, with the end of MurmurHash3 to mix the high bits into the low ones. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
