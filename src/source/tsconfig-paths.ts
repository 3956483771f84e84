import { posix } from "node:path";
import { LRUCache } from "lru-cache";
import { ts } from "ts-morph";
import type { Backend } from "./backend.js";

/** The path aliases that hold for one folder: patterns with at most one star, targets relative to the root. */
export interface PathAliases {
  readonly baseUrl: string | null;
  /** Specifiers already resolved through them. */
  readonly known: Map<string, string | null>;
  readonly patterns: readonly {
    readonly prefix: string;
    readonly suffix: string;
    readonly targets: readonly string[];
  }[];
}

interface CompilerOptions {
  readonly baseUrl?: unknown;
  readonly paths?: unknown;
}

/** Aliases of the nearest `tsconfig.json` at or above a folder, through `extends`; each file is read once. */
export function pathAliases(backend: Backend): (folder: string) => PathAliases {
  const configs = new Map<string, PathAliases>();
  const outside = none();
  return (folder) => {
    for (let at = folder; ; at = posix.dirname(at)) {
      const path = posix.join(at, "tsconfig.json");
      let found = configs.get(path);
      if (found === undefined && backend.files.has(path))
        configs.set(path, (found = readConfig(backend, path, 0)));
      if (found !== undefined) return found;
      if (at === "." || at === "/") return outside;
    }
  };
}

function readConfig(backend: Backend, path: string, depth: number): PathAliases {
  const text = backend.files.get(path)?.text;
  if (text === undefined || text === null || depth > 5) return none();
  const config = parseConfig(path, text);
  if (typeof config !== "object" || config === null) return none();
  const { compilerOptions, extends: bases } = config as { compilerOptions?: unknown; extends?: unknown };
  const inherited = [bases]
    .flat()
    .filter((base) => typeof base === "string" && base.startsWith("."))
    .map((base) => posix.join(posix.dirname(path), base as string))
    .map((base) => readConfig(backend, base.endsWith(".json") ? base : `${base}.json`, depth + 1))
    .at(-1);
  return ownAliases(posix.dirname(path), (compilerOptions ?? {}) as CompilerOptions, inherited ?? none());
}

/** A tsconfig is mostly comments and hardly ever changes. */
const configs = new LRUCache<string, { readonly config: unknown }>({ max: 64 });

function parseConfig(path: string, text: string): unknown {
  let found = configs.get(text);
  if (found === undefined)
    configs.set(text, (found = { config: ts.parseConfigFileTextToJson(path, text).config }));
  return found.config;
}

function ownAliases(folder: string, options: CompilerOptions, inherited: PathAliases): PathAliases {
  const baseUrl =
    typeof options.baseUrl === "string" ? posix.join(folder, options.baseUrl) : inherited.baseUrl;
  if (typeof options.paths !== "object" || options.paths === null)
    return { ...inherited, baseUrl, known: new Map() };
  const patterns = Object.entries(options.paths).map(([pattern, targets]) => {
    const [prefix = "", suffix = ""] = pattern.split("*");
    const list = Array.isArray(targets) ? targets.filter((target) => typeof target === "string") : [];
    // Without a star the whole specifier has to be equal, which an impossible suffix would not express.
    const exact = pattern.includes("*") ? { prefix, suffix } : { prefix: pattern, suffix: "\0" };
    return { ...exact, targets: list.map((target) => posix.join(baseUrl ?? folder, target)) };
  });
  return { baseUrl, patterns, known: new Map() };
}

function none(): PathAliases {
  return { baseUrl: null, patterns: [], known: new Map() };
}
