import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readFolders } from "../../src/config/folders.js";
import type { Backend } from "../../src/source/backend.js";
import { isReadable } from "../../src/source/readable.js";
import { makeBackend } from "../../src/source/make-backend.js";
import { localWorkspace } from "../../src/workspace/local-workspace.js";
import type { Workspace } from "../../src/workspace/workspace.js";

const FIXTURES = new URL("../../../fixtures/", import.meta.url);

/** What a build of the fixture leaves in its folder, and no repository holds. */
const BUILT = /(^|\/)(node_modules|bin|lib)$|^src\/prisma$/;

export type FixtureName = "bbs" | "todo";

/** A fixture backend as a host would read it. */
export function fixtureBackend(name: FixtureName): Backend {
  const root = new URL(`backends/${name}/`, FIXTURES).pathname;
  const texts: [string, string][] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !BUILT.test(path)) walk(path);
      const locks = name === "todo" && path === "package-lock.json";
      if (entry.isFile() && isReadable(path) && !locks)
        texts.push([path, readFileSync(join(root, path), "utf8")]);
    }
  };
  walk("");
  return makeBackend(name, texts);
}

/** The lock files that are recorded for fixtures without one of their own. */
export function recordedLocks(): readonly string[] {
  const folder = new URL("resolved/", FIXTURES);
  return readdirSync(folder).map((name) =>
    readFileSync(new URL(`${name}/package-lock.json`, folder), "utf8"),
  );
}

/** The workspace over the cache that `npm run pretest-cache` filled; nothing is downloaded any more. */
export function testWorkspace(): Workspace {
  return localWorkspace({ cache: readFolders().cache, recorded: recordedLocks() });
}
