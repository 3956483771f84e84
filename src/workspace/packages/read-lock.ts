import typia from "typia";
import { cannotInstall } from "../cannot-install.js";
import { type Manifest, SECTIONS, type Specs } from "./read-manifest.js";
import { isPackageName } from "./registry-spec.js";

export interface LockFile {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

export interface LockedPackage {
  readonly name?: string;
  readonly version?: string;
  resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Record<string, string>;
}

const REGISTRY = /^https:\/\/registry\.(npmjs\.org|yarnpkg\.com)\//;
const REMEDY = "Install it from the npm registry and commit the lock file again";

/** A lock file of npm 7 or later; null for older ones, which name no places. */
export function parseLock(text: string): LockFile | null {
  try {
    return typia.json.isParse<LockFile>(text.replace(/^\uFEFF/, ""));
  } catch {
    return null;
  }
}

/**
 * The lock file with nothing in it but packages of the registry: every entry's own address is dropped, so that npm asks
 * the registry this machine is set up for and compares the checksum. Optional packages of other platforms
 * that the lock leaves out are no longer asked for: npm would call the lock out of date.
 */
export function sanitizeLock(lock: LockFile, direct: readonly string[]): string {
  const names = new Set(direct.map((name) => `node_modules/${name}`));
  const packages = Object.entries(lock.packages).map(([place, entry]) => {
    if (place === "") return [place, entry];
    refuseForeign(place, entry, names.has(place));
    return [place, { ...entry, resolved: undefined, ...presentOptionals(lock, place, entry) }];
  });
  return `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`;
}

function refuseForeign(place: string, entry: LockedPackage, direct: boolean): void {
  const name = nameAt(place);
  if (!/^node_modules\//.test(place) || !isPackageName(name) || place.includes(".."))
    throw cannotInstall(place, "it lies outside of node_modules", REMEDY);
  if (entry.link === true) throw cannotInstall(name, "it is a link to a folder", REMEDY);
  if (entry.resolved !== undefined && !REGISTRY.test(entry.resolved))
    throw cannotInstall(name, `it comes from ${entry.resolved}, not from the npm registry`, REMEDY);
  if (direct && entry.name !== undefined && entry.name !== name)
    throw cannotInstall(name, `the lock file puts ${entry.name} in its place`, REMEDY);
}

function presentOptionals(
  lock: LockFile,
  place: string,
  entry: LockedPackage,
): Pick<LockedPackage, "optionalDependencies"> {
  if (entry.optionalDependencies === undefined) return {};
  const present = Object.entries(entry.optionalDependencies).filter(([name]) => isLocked(lock, place, name));
  return { optionalDependencies: Object.fromEntries(present) };
}

/** Node's own walk: the package's folder, then each one above. */
function isLocked(lock: LockFile, place: string, name: string): boolean {
  const folders = place.split("/node_modules/");
  for (let depth = folders.length; depth > 0; depth--) {
    const folder = folders.slice(0, depth).join("/node_modules/");
    if (lock.packages[`${folder}/node_modules/${name}`] !== undefined) return true;
  }
  return lock.packages[`node_modules/${name}`] !== undefined;
}

/** Name → version of what stands at the top of `node_modules`. */
export function lockedVersions(lock: LockFile): ReadonlyMap<string, string> {
  const versions = new Map<string, string>();
  for (const [place, { version }] of Object.entries(lock.packages))
    if (place === `node_modules/${nameAt(place)}` && version !== undefined)
      versions.set(nameAt(place), version);
  return versions;
}

/** Whether a lock file was made for these very ranges. */
export function locksManifest(lock: LockFile, manifest: Manifest): boolean {
  const root = typia.is<Manifest>(lock.packages[""]) ? lock.packages[""] : {};
  return SECTIONS.every((section) => sorted(root[section]) === sorted(manifest[section]));
}

function nameAt(place: string): string {
  return place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
}

function sorted(specs: Specs | undefined): string {
  return JSON.stringify(Object.entries(specs ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
}
