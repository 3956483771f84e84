import { basename, dirname } from "node:path";
import type ts from "typescript";

type Resolution = ts.ResolvedModuleWithFailedLookupLocations;

interface Entry {
  readonly specifier: string;
  readonly resolution: Resolution;
}

/**
 * Where the imports of a project lead, from one program to the next. Installations do not change; in the tree an
 * import is looked up again if a file came or went that it could mean.
 */
export class KeptResolutions {
  private readonly entries = new Map<string, Map<string, Entry>>();
  private cache: ts.ModuleResolutionCache | undefined;

  public constructor(
    private readonly compiler: typeof ts,
    private readonly host: ts.ModuleResolutionHost,
    private readonly options: ts.CompilerOptions,
  ) {}

  /** These files came or went. */
  public moved(files: readonly string[]): void {
    this.cache = undefined;
    const names = new Set(files.flatMap((file) => namesOf(file)));
    for (const [containing, entries] of this.entries) {
      if (containing.includes("/node_modules/")) continue;
      for (const [key, entry] of entries) if (mayMean(entry, names)) entries.delete(key);
    }
  }

  /** The content of a file is another one, and so may be the way its imports are read. */
  public forget(file: string): void {
    this.entries.delete(file);
  }

  public resolve(
    literals: readonly ts.StringLiteralLike[],
    file: ts.SourceFile,
    redirected: ts.ResolvedProjectReference | undefined,
  ): readonly Resolution[] {
    let known = this.entries.get(file.fileName);
    if (known === undefined) this.entries.set(file.fileName, (known = new Map()));
    const entries = known;
    return literals.map((literal) => {
      const mode = this.compiler.getModeForUsageLocation(file, literal, this.options);
      const key = `${mode ?? ""} ${literal.text}`;
      const entry = entries.get(key) ?? {
        specifier: literal.text,
        resolution: this.lookUp(literal.text, file.fileName, redirected, mode),
      };
      entries.set(key, entry);
      return entry.resolution;
    });
  }

  private lookUp(
    specifier: string,
    containing: string,
    redirected: ts.ResolvedProjectReference | undefined,
    mode: ts.ResolutionMode,
  ): Resolution {
    const { compiler, host, options } = this;
    this.cache ??= compiler.createModuleResolutionCache(
      host.getCurrentDirectory?.() ?? "",
      (path) => path,
      options,
    );
    return compiler.resolveModuleName(specifier, containing, options, host, this.cache, redirected, mode);
  }
}

/** The last parts of specifiers that can mean a file. */
function namesOf(file: string): readonly string[] {
  const name = basename(file).replace(/(\.d)?\.[cm]?[jt]sx?$|\.json$/, "");
  return name === "index" ? [name, basename(dirname(file))] : [name];
}

function mayMean({ specifier, resolution }: Entry, names: ReadonlySet<string>): boolean {
  const target = resolution.resolvedModule?.resolvedFileName;
  // What was not found, and what is found under another name through a path mapping, may be anything.
  if (target === undefined || specifier.endsWith(".") || specifier.endsWith("/")) return true;
  const [last = ""] = namesOf(specifier);
  if (target.includes("/node_modules/")) return specifier.startsWith(".") || names.has(last);
  return !namesOf(target).includes(last) || names.has(last);
}
