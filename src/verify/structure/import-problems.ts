import { posix } from "node:path";
import type { Backend } from "../../source/backend.js";
import { importResolver } from "../../source/resolve-import.js";
import { pathAliases } from "../../source/tsconfig-paths.js";
import type { Problem } from "../../workspace/problem.js";
import type { ModuleFacts } from "./module-facts.js";

/** Imports that lead nowhere, and imported names that their file does not export. */
export function importProblems(
  backend: Backend,
  modules: ReadonlyMap<string, ModuleFacts>,
  generated: readonly string[],
): readonly Problem[] {
  const resolve = importResolver(backend);
  const aliases = pathAliases(backend);
  const exported = exportTable(modules, resolve);
  const problems: Problem[] = [];
  for (const [path, { imports }] of modules) {
    const add = (code: string, specifier: string, message: string): number =>
      problems.push({ code, message, path, line: lineOf(backend, path, specifier) });
    for (const { specifier, names } of imports) {
      const target = resolve(path, specifier);
      if (target === null) {
        const place = expectedPlace(path, specifier, aliases(posix.dirname(path)));
        if (place !== null && !generated.some((folder) => isBelow(place, folder)))
          add("unresolved-import", specifier, `"${specifier}" does not exist in the tree`);
        continue;
      }
      const given = exported(target);
      if (given === null) continue;
      for (const [name] of names)
        if (name !== "*" && !given.has(name))
          add("missing-export", specifier, `"${name}" is not exported by ${target}`);
    }
  }
  return problems;
}

/** Where in the tree a specifier points; null for packages. */
function expectedPlace(
  path: string,
  specifier: string,
  { patterns }: ReturnType<ReturnType<typeof pathAliases>>,
): string | null {
  if (specifier.startsWith(".")) {
    const place = posix.join(posix.dirname(path), specifier);
    return place.startsWith("..") ? null : place;
  }
  for (const { prefix, suffix, targets } of patterns) {
    const [target] = targets;
    if (target === undefined) continue;
    if (suffix === "\0" ? specifier === prefix : specifier.startsWith(prefix) && specifier.endsWith(suffix))
      return target.replace("*", specifier.slice(prefix.length));
  }
  return null;
}

function isBelow(place: string, folder: string): boolean {
  return place === folder || place.startsWith(`${folder}/`);
}

/** Names a file exports, those it passes on included; null where that cannot be known from the tree. */
function exportTable(
  modules: ReadonlyMap<string, ModuleFacts>,
  resolve: (from: string, specifier: string) => string | null,
): (path: string) => ReadonlySet<string> | null {
  const known = new Map<string, ReadonlySet<string> | null>();
  const collect = (path: string): ReadonlySet<string> | null => {
    const answered = known.get(path);
    if (answered !== undefined) return answered;
    const facts = modules.get(path);
    if (facts === undefined || facts.exports.has("=")) return null;
    known.set(path, facts.exports);
    const names = new Set(facts.exports);
    for (const { specifier, reexports } of facts.imports) {
      if (!reexports.includes("*")) continue;
      const target = resolve(path, specifier);
      const more = target === null ? null : collect(target);
      if (more === null) {
        known.set(path, null);
        return null;
      }
      for (const name of more) if (name !== "default") names.add(name);
    }
    known.set(path, names);
    return names;
  };
  return collect;
}

function lineOf(backend: Backend, path: string, specifier: string): number | null {
  const text = backend.files.get(path)?.text ?? "";
  const at = [`"${specifier}"`, `'${specifier}'`]
    .map((quoted) => text.indexOf(quoted))
    .find((index) => index >= 0);
  return at === undefined ? null : text.slice(0, at).split("\n").length;
}
