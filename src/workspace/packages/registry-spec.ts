import semver from "semver";

/**
 * Whether a dependency's spec means "this very package, from the registry": a range, an exact version, or a tag. An
 * alias, a repository, a folder and an address are something else under the same name.
 */
export function isRegistrySpec(spec: string): boolean {
  return semver.validRange(spec) !== null || /^[a-z][a-z0-9._-]*$/i.test(spec);
}

/** Package names as the registry has them; nothing that could leave a folder. */
export function isPackageName(name: string): boolean {
  return /^(@[a-z0-9-~][a-z0-9-._~]*\/)?[a-z0-9-~][a-z0-9-._~]*$/i.test(name);
}
