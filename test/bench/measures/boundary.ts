import { readSources } from "./read-sources.js";

/** The physical limit: walk, read, hash and nothing else. */
export async function boundary(folder: string): Promise<Record<string, number>> {
  return { files: readSources(folder).length };
}
