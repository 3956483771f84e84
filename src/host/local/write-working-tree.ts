import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { diskError, errorCode } from "../../errors/disk-error.js";
import type { Edit } from "../../source/edit.js";
import type { Refused } from "../host.js";

/** Writes edits into a folder; none of them if a file is another one by now than the edit was made for. */
export async function writeWorkingTree(folder: string, edits: readonly Edit[]): Promise<Refused | null> {
  for (const { path, before } of edits)
    if ((await textOf(join(folder, path))) !== before)
      return {
        kind: "refused",
        reason: `${path} was changed in the meantime, so nothing was written`,
        remedy: "Run it again",
      };
  for (const { path, after } of edits) {
    const file = join(folder, path);
    try {
      if (after === null) await rm(file);
      else {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, after);
      }
    } catch (error) {
      throw diskError(file, error);
    }
  }
  return null;
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw diskError(file, error);
  }
}
