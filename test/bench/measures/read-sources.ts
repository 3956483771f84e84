import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * The least that any tool must do: walk, read and hash. Blocking calls, because they are the fastest way on one
 * core; gives path, git blob SHA-1 and text.
 */
export function readSources(folder: string): { path: string; sha: string; text: string }[] {
  const files: { path: string; sha: string; text: string }[] = [];
  const visit = (prefix: string): void => {
    for (const entry of readdirSync(join(folder, prefix), { withFileTypes: true })) {
      if (entry.isDirectory()) {
        if (entry.name !== "node_modules" && entry.name !== ".git") visit(`${prefix}${entry.name}/`);
        continue;
      }
      const bytes = readFileSync(join(folder, prefix + entry.name));
      const sha = createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
      files.push({ path: prefix + entry.name, sha, text: bytes.toString("utf8") });
    }
  };
  visit("");
  return files;
}
