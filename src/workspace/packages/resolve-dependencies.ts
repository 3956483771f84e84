import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Backend } from "../../source/backend.js";
import type { Progress } from "../../util/progress.js";
import { makeOnce } from "../cache/make-once.js";
import { cannotInstall } from "../cannot-install.js";
import type { DependencySet } from "../dependency-set.js";
import { type LockFile, lockedVersions, locksManifest, parseLock, sanitizeLock } from "./read-lock.js";
import { type Manifest, printManifest, readManifest, SECTIONS } from "./read-manifest.js";
import { runNpm } from "./run-npm.js";

export interface ResolveOptions {
  readonly cache: string;
  /** Lock files recorded before, for backends that have none; the one made for the same ranges is taken. */
  readonly recorded: readonly string[];
}

/** Exact versions: from the lock file where there is one, else as recorded, else resolved once and kept. */
export async function resolveDependencies(
  backend: Backend,
  options: ResolveOptions,
  progress: Progress,
): Promise<DependencySet> {
  const manifest = readManifest(backend);
  const text = backend.files.get("package-lock.json")?.text ?? backend.files.get("npm-shrinkwrap.json")?.text;
  const own = text === undefined || text === null ? null : parseLock(text);
  if (own !== null) return dependencySet("lock file", manifest, own);
  const recorded = options.recorded
    .map(parseLock)
    .find((lock) => lock !== null && locksManifest(lock, manifest));
  if (recorded !== undefined && recorded !== null) return dependencySet("recorded", manifest, recorded);
  return dependencySet(
    "resolved",
    manifest,
    await resolveOnce(manifest, text ?? null, options.cache, progress),
  );
}

function dependencySet(source: DependencySet["source"], manifest: Manifest, lock: LockFile): DependencySet {
  const direct = SECTIONS.flatMap((section) => Object.keys(manifest[section] ?? {}));
  const printed = { manifest: printManifest(manifest), lock: sanitizeLock(lock, direct) };
  return { key: digest(printed.manifest + printed.lock), source, ...printed, versions: lockedVersions(lock) };
}

/** A lock file too old to name places is handed to npm, which keeps its versions. */
async function resolveOnce(
  manifest: Manifest,
  oldLock: string | null,
  cache: string,
  progress: Progress,
): Promise<LockFile> {
  const printed = printManifest(manifest);
  const folder = join(cache, "resolved", digest(printed + (oldLock ?? "")));
  await makeOnce(folder, async (temporary) => {
    await writeFile(join(temporary, "package.json"), printed);
    if (oldLock !== null) await writeFile(join(temporary, "package-lock.json"), oldLock);
    await runNpm(temporary, ["install", "--package-lock-only"], "resolving dependencies", progress);
  });
  const lock = parseLock(await readFile(join(folder, "package-lock.json"), "utf8"));
  if (lock === null) throw cannotInstall("package.json", "npm wrote no lock file", "Commit a lock file");
  return lock;
}

export function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
