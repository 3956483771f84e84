import type { FileFacts } from "./file-facts.js";

/** Keeps facts by blob SHA. The graph works without one; what it returns must be what was put under that key. */
export interface FactCache {
  get(key: string): FileFacts | undefined;
  set(key: string, facts: FileFacts): void;
}

/** Raise it when facts change their meaning, so that no older ones are found. */
export const FACTS_VERSION = 5;
