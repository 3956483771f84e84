import { mkdir, rm, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Folders } from "../../config/folders.js";
import { type Finding, missing, ok } from "./finding.js";

/** An installation of a backend's dependencies takes half a gigabyte, and there are tools beside. */
const NEEDED = 2 * 1024 ** 3;

export async function checkDisk(folders: Folders): Promise<Finding> {
  const remedy = "Set AUTOBE_HOME to a folder that can be written to.";
  for (const folder of [folders.cache, folders.state]) {
    const probe = join(folder, `probe-${process.pid}`);
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(probe, "");
      await rm(probe);
    } catch (error) {
      return missing("disk", error instanceof Error ? error.message : String(error), remedy);
    }
  }
  const { bavail, bsize } = await statfs(folders.cache);
  const detail = `${((bavail * bsize) / 1024 ** 3).toFixed(1)} GB free at ${folders.cache}`;
  return bavail * bsize >= NEEDED ? ok("disk", detail) : missing("disk", detail, "Free at least 2 GB there.");
}
