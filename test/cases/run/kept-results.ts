import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Files } from "./read-files.js";
import type { GateResult } from "./run-gate.js";

/** Counted up when the gate itself judges differently. */
const VERSION = 1;

/**
 * Judges a tree, or says what was found when the same tree was judged before; so a run can be broken off. What failed is
 * judged again: the machine may have been the reason.
 */
export async function judgedOnce(
  folder: string,
  files: Files,
  judge: () => Promise<GateResult>,
): Promise<GateResult> {
  const path = join(folder, `${digestOf(files)}.json`);
  if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8")) as GateResult;
  const result = await judge();
  if (result.failure !== null) return result;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, JSON.stringify(result, null, 2));
  renameSync(`${path}.new`, path);
  return result;
}

function digestOf(files: Files): string {
  const hash = createHash("sha256").update(`${VERSION}\n`);
  for (const path of [...files.keys()].sort()) {
    hash
      .update(`${path}\0`)
      .update(files.get(path) ?? "")
      .update("\0");
  }
  return hash.digest("hex").slice(0, 32);
}
