/** Exact versions of everything a backend depends on; base and head share one. */
export interface DependencySet {
  /** Hash of the manifest and the lock file. */
  readonly key: string;
  readonly source: "lock file" | "recorded" | "resolved";
  /** A `package.json` of ours that asks for the same packages and has nothing else in it. */
  readonly manifest: string;
  /** A `package-lock.json` whose entries come from the registry. */
  readonly lock: string;
  /** Name → version of every package at the top of `node_modules`. */
  readonly versions: ReadonlyMap<string, string>;
}
