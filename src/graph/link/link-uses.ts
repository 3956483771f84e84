import type { ImportResolver } from "../../source/resolve-import.js";
import { resolveDto } from "../../spec/interface/resolve-dto.js";
import type { FileFacts } from "../facts/file-facts.js";
import type { DtoEntry } from "./dto-table.js";
import type { ModelLinker } from "./model-linker.js";
import type { SdkEntry } from "./sdk-table.js";

/** What every file needs to be linked. */
export interface LinkContext {
  readonly resolve: ImportResolver;
  readonly facts: ReadonlyMap<string, FileFacts>;
  /** By qualified name. */
  readonly dtos: ReadonlyMap<string, DtoEntry>;
  /** By accessor. */
  readonly sdk: ReadonlyMap<string, SdkEntry>;
  readonly models: ModelLinker;
  /** File and dotted name → id of the DTO or symbol it is, null if neither; most files use the same few. */
  readonly known: Map<string, Map<string, string | null>>;
  /** Owner, imports resolved → id of its node, "none", or null. */
  readonly owners: Map<string, string | null>;
}

/** Where a local name is imported from: a file of the backend, and the name there ("*" for all of it). */
export interface ImportSource {
  readonly path: string;
  readonly name: string;
}

export type ImportSources = ReadonlyMap<string, ImportSource>;

export function importSources(path: string, facts: FileFacts, context: LinkContext): ImportSources {
  const sources = new Map<string, ImportSource>();
  for (const { specifier, names } of facts.imports) {
    const target = context.resolve(path, specifier);
    if (target !== null) for (const [name, local] of names) sources.set(local, { path: target, name });
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
    const dot = use.indexOf(".");
    const source = sources.get(dot === -1 ? use : use.slice(0, dot));
    if (source === undefined) continue;
    const rest = dot === -1 ? "" : use.slice(dot);
    const name = source.name === "*" ? rest.slice(1) : `${source.name}${rest}`;
    const id = findName(source.path, name, context);
    if (id === null) continue;
    if (id.startsWith("dto:")) dtos.add(id.slice("dto:".length));
    else symbols.add(id);
  }
  return { dtos, symbols };
}

function findName(path: string, name: string, context: LinkContext): string | null {
  let names = context.known.get(path);
  if (names === undefined) context.known.set(path, (names = new Map()));
  let id = names.get(name);
  if (id === undefined) {
    const dto = resolveDto(name, context.dtos, NO_RENAMES);
    id = dto === null ? findSymbol(path, name.split("."), context, 0) : `dto:${dto}`;
    names.set(name, id);
  }
  return id;
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
