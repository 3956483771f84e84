import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Backend } from "../../../src/source/backend.js";
import { makeBackend } from "../../../src/source/make-backend.js";
import { isReadable } from "../../../src/source/readable.js";
import type { RunCase } from "./run-case.js";

/** Path → content of every file that a repository would hold. */
export type Files = ReadonlyMap<string, Buffer>;

/** What building leaves behind. */
const BUILT = /^(node_modules|bin|lib|src\/prisma)(\/|$)|\.sqlite|^[^/]*\.log$/;

export function filesOf(given: RunCase): Files {
  const files = new Map(readFiles(join("fixtures/backends", given.backend)));
  // A fixture without a lock file of its own has one only on this machine.
  if (given.backend === "todo") files.delete("package-lock.json");
  if (given.overlay !== null)
    for (const [path, content] of readFiles(given.overlay)) files.set(path, content);
  return files;
}

export function readFiles(folder: string): Files {
  const files = new Map<string, Buffer>();
  const walk = (under: string): void => {
    for (const entry of readdirSync(join(folder, under), { withFileTypes: true })) {
      const path = under === "" ? entry.name : `${under}/${entry.name}`;
      if (BUILT.test(path)) continue;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) files.set(path, readFileSync(join(folder, path)));
    }
  };
  walk("");
  return files;
}

/** The backend as a host would read it from these files. */
export function backendFrom(name: string, files: Files): Backend {
  const readable = [...files].filter(([path]) => isReadable(path));
  return makeBackend(
    name,
    readable.map(([path, content]) => [path, content.toString("utf8")]),
  );
}
