import type { ImportResolver } from "../../source/resolve-import.js";
import { resolveDto } from "../../spec/interface/resolve-dto.js";
import type { FileFacts } from "../facts/file-facts.js";
import type { ModelLinker } from "./model-linker.js";

/** What every file needs to be linked. */
export interface LinkContext {
  readonly resolve: ImportResolver;
  readonly facts: ReadonlyMap<string, FileFacts>;
  /** Known DTO names. */
  readonly dtos: { has(name: string): boolean };
  /** Known SDK accessors. */
  readonly sdk: { has(name: string): boolean };
  readonly models: ModelLinker;
}

/** Local name → where it is imported from. */
export type ImportSources = ReadonlyMap<string, { readonly path: string | null; readonly name: string }>;

export function importSources(path: string, facts: FileFacts, context: LinkContext): ImportSources {
  const sources = new Map<string, { path: string | null; name: string }>();
  for (const { specifier, names } of facts.imports) {
    const target = context.resolve(path, specifier);
    for (const [name, local] of names) if (local !== "") sources.set(local, { path: target, name });
  }
  return sources;
}

/** A use names a DTO, or a symbol of another file. */
export function linkUses(
  uses: readonly string[],
  sources: ImportSources,
  context: LinkContext,
): { readonly dtos: ReadonlySet<string>; readonly symbols: ReadonlySet<string> } {
  const dtos = new Set<string>();
  const symbols = new Set<string>();
  for (const use of uses) {
    const [local = "", ...rest] = use.split(".");
    const source = sources.get(local);
    if (source === undefined || source.path === null) continue;
    const parts = source.name === "*" ? rest : [source.name, ...rest];
    const dto = resolveDto(parts.join("."), context.dtos, NO_RENAMES);
    if (dto !== null) dtos.add(dto);
    else {
      const symbol = findSymbol(source.path, parts, context, 0);
      if (symbol !== null) symbols.add(symbol);
    }
  }
  return { dtos, symbols };
}

const NO_RENAMES: ReadonlyMap<string, string> = new Map();

/** Follows re-exports to the file that declares the longest known part of a dotted name. */
function findSymbol(
  path: string,
  parts: readonly string[],
  context: LinkContext,
  depth: number,
): string | null {
  const facts = context.facts.get(path);
  if (facts === undefined || depth > 8) return null;
  for (let length = parts.length; length > 0; length--) {
    const name = parts.slice(0, length).join(".");
    if (facts.symbols.some((symbol) => symbol.name === name)) return `symbol:${path}#${name}`;
  }
  for (const { specifier, names, reexports } of facts.imports)
    for (const [index, exported] of reexports.entries()) {
      if (exported !== "*" && exported !== parts[0]) continue;
      const target = context.resolve(path, specifier);
      const original = names[index]?.[0] ?? "*";
      const inner = original === "*" ? parts.slice(1) : [original, ...parts.slice(1)];
      const rest = exported === "*" ? parts : inner;
      const found = target === null ? null : findSymbol(target, rest, context, depth + 1);
      if (found !== null) return found;
    }
  return null;
}
