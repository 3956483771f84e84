import typia from "typia";
import type { Backend } from "../../source/backend.js";
import { cannotInstall } from "../cannot-install.js";
import { isPackageName, isRegistrySpec } from "./registry-spec.js";

/** The part of a `package.json` that says what to install. */
export interface Manifest {
  readonly dependencies?: Specs;
  readonly devDependencies?: Specs;
  readonly optionalDependencies?: Specs;
  readonly peerDependencies?: Specs;
  readonly overrides?: Overrides;
  readonly workspaces?: unknown;
}

export type Specs = Readonly<Record<string, string>>;
type Overrides = { readonly [name: string]: string | Overrides };

export const SECTIONS = [
  "dependencies",
  "devDependencies",
  "optionalDependencies",
  "peerDependencies",
] as const satisfies readonly (keyof Manifest)[];

const REMEDY = "Give it a version range of the npm registry in package.json";

/**
 * What a backend asks for. Anything but a plain range is refused: it would put other code under the name of a known
 * package, or make npm run git.
 */
export function readManifest(backend: Backend): Manifest {
  const text = backend.files.get("package.json")?.text ?? null;
  if (text === null)
    throw cannotInstall("package.json", "the backend has none", "Commit the backend's package.json");
  const manifest = parse(text);
  if (manifest.workspaces !== undefined)
    throw cannotInstall(
      "package.json",
      "workspaces are not supported",
      "Run it on the package that holds the backend",
    );
  for (const section of SECTIONS)
    for (const [name, spec] of Object.entries(manifest[section] ?? {})) check(name, spec);
  checkOverrides(manifest.overrides ?? {});
  return manifest;
}

function parse(text: string): Manifest {
  try {
    const manifest = typia.json.isParse<Manifest>(text.replace(/^\uFEFF/, ""));
    if (manifest !== null) return manifest;
  } catch (error) {
    throw cannotInstall("package.json", "it is not JSON", "Repair the backend's package.json", error);
  }
  throw cannotInstall("package.json", "its dependencies are not names with ranges", REMEDY);
}

function check(name: string, spec: string): void {
  if (!isPackageName(name)) throw cannotInstall(name, "it is not the name of a package", REMEDY);
  if (!isRegistrySpec(spec))
    throw cannotInstall(name, `"${spec}" is not a version range of the npm registry`, REMEDY);
}

function checkOverrides(overrides: Overrides): void {
  for (const [name, value] of Object.entries(overrides)) {
    if (typeof value !== "string") checkOverrides(value);
    else if (!value.startsWith("$") && value !== "" && !isRegistrySpec(value))
      throw cannotInstall(name, `its override "${value}" is not a version range of the npm registry`, REMEDY);
  }
}

/** A manifest of ours that asks for the same, and can run nothing. */
export function printManifest(manifest: Manifest): string {
  const asked = [...SECTIONS, "overrides" as const].flatMap((name) =>
    manifest[name] === undefined ? [] : [[name, manifest[name]]],
  );
  const own = { name: "dependencies", version: "0.0.0", private: true, ...Object.fromEntries(asked) };
  return `${JSON.stringify(own, null, 2)}\n`;
}
