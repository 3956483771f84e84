import { posix } from "node:path";
import type { Backend } from "./backend.js";
import { type PathAliases, pathAliases } from "./tsconfig-paths.js";

/** File that an import of `specifier` in the file `from` means; null for packages and what does not exist. */
export type ImportResolver = (from: string, specifier: string) => string | null;

/** Resolves as the compiler would: relative, by the `paths` of the nearest tsconfig, by its `baseUrl`. */
export function importResolver(backend: Backend): ImportResolver {
  const aliases = pathAliases(backend);
  const folders = new Map<string, Folder>();
  return (from, specifier) => {
    const at = from.lastIndexOf("/");
    const name = at === -1 ? "." : from.slice(0, at);
    let folder = folders.get(name);
    if (folder === undefined) folders.set(name, (folder = { aliases: aliases(name), known: new Map() }));
    let found = folder.known.get(specifier);
    if (found === undefined) {
      found = firstFile(backend, candidates(name, specifier, folder.aliases));
      folder.known.set(specifier, found);
    }
    return found;
  };
}

interface Folder {
  readonly aliases: PathAliases;
  readonly known: Map<string, string | null>;
}

function candidates(folder: string, specifier: string, aliases: PathAliases): readonly string[] {
  if (specifier.startsWith(".")) return [posix.join(folder, specifier)];
  const matches = aliases.patterns.flatMap(({ prefix, suffix, targets }) => {
    if (suffix === "\0") return specifier === prefix ? [{ length: Infinity, paths: targets }] : [];
    if (!specifier.startsWith(prefix) || !specifier.endsWith(suffix)) return [];
    const star = specifier.slice(prefix.length, specifier.length - suffix.length);
    return [{ length: prefix.length, paths: targets.map((target) => target.replace("*", star)) }];
  });
  // The longest prefix wins, as in the compiler; its targets are tried in order.
  const best = matches.sort((a, b) => b.length - a.length)[0]?.paths ?? [];
  return aliases.baseUrl === null ? best : [...best, posix.join(aliases.baseUrl, specifier)];
}

function firstFile(backend: Backend, paths: readonly string[]): string | null {
  for (const path of paths) {
    const plain = path.replace(/\.[cm]?js$/, "");
    const tried = [
      `${path}.ts`,
      `${path}.tsx`,
      `${plain}.ts`,
      `${plain}.mts`,
      path,
      `${path}.d.ts`,
      `${path}/index.ts`,
    ];
    const found = tried.find((each) => backend.files.has(each));
    if (found !== undefined) return found;
  }
  return null;
}
