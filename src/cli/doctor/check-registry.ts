import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { type Finding, missing, ok } from "./finding.js";

/** The gates install tools and dependencies: from the npm registry, or from what was installed before. */
export async function checkRegistry(cache: string): Promise<Finding> {
  if (await ping()) return ok("npm registry", "answers");
  const filled = (await readdir(cache).catch(() => [])).length > 0;
  if (filled) return ok("npm registry", `does not answer; ${cache} serves what was installed before`);
  const remedy = "Connect to the registry once, or set npm's `registry` to a mirror.";
  return missing("npm registry", "does not answer, and nothing was installed before", remedy);
}

/** Asked through npm, because npm knows about mirrors and proxies. */
async function ping(): Promise<boolean> {
  return await new Promise((resolve) => {
    execFile("npm", ["ping", "--fetch-retries=0"], { timeout: 15_000 }, (error) => resolve(error === null));
  });
}
