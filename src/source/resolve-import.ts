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
      found = specifier.startsWith(".")
        ? firstFile(backend, [posix.join(name, specifier)])
        : aliasTarget(backend, specifier, folder.aliases);
      folder.known.set(specifier, found);
    }
    return found;
  };
}

interface Folder {
  readonly aliases: PathAliases;
  readonly known: Map<string, string | null>;
}

/** What an alias leads to is the same for all folders that it holds for. */
function aliasTarget(backend: Backend, specifier: string, aliases: PathAliases): string | null {
  let found = aliases.known.get(specifier);
  if (found === undefined)
    aliases.known.set(specifier, (found = firstFile(backend, aliasPaths(specifier, aliases))));
  return found;
}

function aliasPaths(specifier: string, aliases: PathAliases): readonly string[] {
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
    // The common case first: no extension is written, and a TypeScript file is meant.
    if (backend.files.has(`${path}.ts`)) return `${path}.ts`;
    const plain = path.replace(/\.[cm]?js$/, "");
    const tried = [`${path}/index.ts`, `${plain}.ts`, `${plain}.mts`, `${path}.tsx`, path, `${path}.d.ts`];
    const found = tried.find((each) => backend.files.has(each));
    if (found !== undefined) return found;
  }
  return null;
}
