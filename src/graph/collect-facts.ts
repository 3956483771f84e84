import type { Backend } from "../source/backend.js";
import { FACTS_VERSION, type FactCache } from "./facts/fact-cache.js";
import type { FileFacts } from "./facts/file-facts.js";
import { readFacts, takesPart } from "./facts/read-facts.js";

/** Facts of every file that takes part, by path; only content that the cache does not know is parsed. */
export function collectFacts(backend: Backend, cache: FactCache | undefined): ReadonlyMap<string, FileFacts> {
  const found = new Map<string, FileFacts>();
  for (const file of backend.files.values()) {
    if (!takesPart(file)) continue;
    const key = `${FACTS_VERSION}:${file.sha}`;
    let facts = cache?.get(key);
    if (facts === undefined) {
      facts = readFacts(file);
      cache?.set(key, facts);
    }
    found.set(file.path, facts);
  }
  return found;
}
