import { readdirSync, readFileSync, realpathSync } from "node:fs";
import { join, posix } from "node:path";
import type { Backend } from "../../src/source/backend.js";
import { makeBackend } from "../../src/source/make-backend.js";
import { parseSchema } from "../../src/spec/database/parse-schema.js";

const SKIPPED = new Set(["node_modules", ".git", "lib", "bin", "dist", "coverage", ".cache"]);
const READ = /\.(?:[cm]?tsx?|prisma|md|json)$/;

/** Reads the texts of a folder as a backend; what its schema generates (the Prisma client) is not part of it. */
export function loadDirectory(directory: string): Backend {
  const texts: [string, string][] = [];
  const root = realpathSync(directory);
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) walk(path);
      else if (entry.isFile() && READ.test(entry.name))
        texts.push([path, readFileSync(join(root, path), "utf8")]);
    }
  };
  walk("");
  const generated = texts.flatMap(([path, text]) => generatedFolders(path, text));
  return makeBackend(
    root,
    texts.filter(([path]) => !generated.some((folder) => path.startsWith(`${folder}/`))),
  );
}

/** Folders that the generators of a schema file write to. */
export function generatedFolders(path: string, text: string): readonly string[] {
  if (!path.endsWith(".prisma")) return [];
  return parseSchema(path, text).flatMap(({ keyword, settings }) => {
    const output = settings.get("output")?.replaceAll('"', "");
    return keyword !== "generator" || output === undefined || output.endsWith(".md")
      ? []
      : [posix.join(posix.dirname(path), output)];
  });
}
