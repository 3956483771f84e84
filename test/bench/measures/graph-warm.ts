import { buildGraph } from "../../../src/graph/build-graph.js";
import type { FactCache } from "../../../src/graph/facts/fact-cache.js";
import type { FileFacts } from "../../../src/graph/facts/file-facts.js";
import { backendOf } from "../../../src/source/make-backend.js";
import { median } from "../statistics.js";
import { readSources } from "./read-sources.js";

const ROUNDS = 15;

/**
 * Our graph where 99 of 100 blobs are cached, against walk + read + hash, both in this process and in turn. Each
 * round changes other files, so that the hundredth blob is parsed and not found.
 */
export async function graphWarm(folder: string): Promise<Record<string, number>> {
  const cache = memoryCache();
  buildGraph(backendOf("bench", readSources(folder)), cache);
  const limit: number[] = [];
  const linked: number[] = [];
  const whole: number[] = [];
  let parsed = 0;
  for (let round = 0; round < ROUNDS; ++round) {
    const start = performance.now();
    const files = readSources(folder);
    const read = performance.now();
    const changed = files.map((file, index) =>
      index % 100 === round ? { ...file, sha: `${file.sha}-${round}`, text: `${file.text}\n` } : file,
    );
    const misses = cache.misses;
    const begin = performance.now();
    const graph = buildGraph(backendOf("bench", changed), cache);
    const end = performance.now();
    for (const id of graph.nodes.keys()) graph.uses(id);
    limit.push(read - start);
    linked.push(read - start + end - begin);
    whole.push(read - start + performance.now() - begin);
    parsed = cache.misses - misses;
  }
  return { limitMs: median(limit), linkedMs: median(linked), wholeMs: median(whole), parsed };
}

function memoryCache(): FactCache & { misses: number } {
  const known = new Map<string, FileFacts>();
  return {
    misses: 0,
    get(key) {
      const found = known.get(key);
      if (found === undefined) this.misses += 1;
      return found;
    },
    set: (key, facts) => void known.set(key, facts),
  };
}
