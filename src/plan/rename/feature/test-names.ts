import type { Symbol } from "../../../generate/rename/feature/feature-names.js";
import type { Backend } from "../../../source/backend.js";
import { classify } from "../../../source/layout.js";
import type { MemberNames } from "./member-names.js";

/**
 * Tests and their helpers that use the feature and say so in their names. A folder that is named after it is renamed
 * with all that lies in it.
 */
export function testNames(
  backend: Backend,
  { spelling, models, dtos }: MemberNames,
  symbols: readonly Symbol[],
  spaces: ReadonlyMap<string, readonly [string, string]>,
): { readonly symbols: readonly Symbol[]; readonly files: ReadonlyMap<string, string> } {
  const names = new Set([
    ...[...symbols, ...models, ...dtos].map(({ from }) => from.split(".")[0] ?? from),
    ...[...spaces.values()].map(([from]) => from),
  ]);
  const found: Symbol[] = [];
  const renamed = new Map<string, string>();
  const folders = new Set<string>();
  const tests = [...backend.files.values()].filter(({ path }) => ["test", "helper"].includes(classify(path)));
  for (let size = -1; size !== renamed.size;) {
    size = renamed.size;
    for (const { path, text } of tests) {
      if (renamed.has(path) || text === null || !uses(text, names)) continue;
      const [, folder = "", file = ""] = /^(.*\/)([^/]+)\.ts$/.exec(path) ?? [];
      for (const part of foldersOf(folder)) if (spelling.bears(lastOf(part))) folders.add(part);
      if (!spelling.bears(file)) continue;
      const to = spelling.respell(file);
      renamed.set(path, to);
      if (!new RegExp(`\\b${file}\\b`).test(text)) continue;
      found.push({ path, from: file, to });
      names.add(file);
    }
  }
  const files = new Map<string, string>();
  for (const { path } of tests) {
    const parts = path.slice(0, path.lastIndexOf("/") + 1);
    const folder = foldersOf(parts)
      .map((part) => (folders.has(part) ? spelling.respell(lastOf(part)) : lastOf(part)))
      .join("/");
    const file = path.slice(path.lastIndexOf("/") + 1).replace(/\.ts$/, "");
    const to = `${folder}/${renamed.get(path) ?? file}.ts`;
    if (to !== path && /\.ts$/.test(path)) files.set(path, to);
  }
  return { symbols: found, files };
}

function uses(text: string, names: ReadonlySet<string>): boolean {
  return text.match(/[A-Za-z_$][\w$]*/g)?.some((word) => names.has(word)) === true;
}

/** "a/b/" → "a", "a/b". */
function foldersOf(path: string): readonly string[] {
  const parts = path.split("/").filter((part) => part !== "");
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

function lastOf(folder: string): string {
  return folder.slice(folder.lastIndexOf("/") + 1);
}
