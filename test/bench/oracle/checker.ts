import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import type ts from "typescript";

/** A resident compiler of the backend's own release, over a folder whose files change. */
export class Checker {
  private readonly ts: typeof ts;
  private readonly service: ts.LanguageService;
  private readonly files = new Map<string, { readonly text: string; readonly version: string } | null>();
  private readonly roots: readonly string[];

  public constructor(
    private readonly directory: string,
    typescript: string,
    /** Folders of generated files, which are checked by no one. */
    private readonly generated: readonly string[],
  ) {
    this.ts = createRequire(import.meta.url)(typescript) as typeof ts;
    const config = this.readConfig();
    this.roots = config.fileNames;
    const host: ts.LanguageServiceHost = {
      getCompilationSettings: () => config.options,
      getScriptFileNames: () => [...this.roots],
      getScriptVersion: (path) => this.file(path)?.version ?? "",
      getScriptSnapshot: (path) => {
        const file = this.file(path);
        return file === null ? undefined : this.ts.ScriptSnapshot.fromString(file.text);
      },
      getCurrentDirectory: () => directory,
      getDefaultLibFileName: (options) => this.ts.getDefaultLibFilePath(options),
      fileExists: (path) => this.file(path) !== null,
      readFile: (path) => this.file(path)?.text,
      directoryExists: this.ts.sys.directoryExists,
      getDirectories: this.ts.sys.getDirectories,
      realpath: this.ts.sys.realpath as (path: string) => string,
    };
    this.service = this.ts.createLanguageService(host, this.ts.createDocumentRegistry());
  }

  public get version(): string {
    return this.ts.version;
  }

  /** Own files of the program, relative. */
  public ownFiles(): readonly string[] {
    return this.roots.filter((path) => !this.isGenerated(path)).map((path) => relative(this.directory, path));
  }

  /** Number of errors by file; files without any are left out. */
  public errors(): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    for (const path of this.ownFiles()) {
      const file = join(this.directory, path);
      const count =
        this.service.getSyntacticDiagnostics(file).length + this.service.getSemanticDiagnostics(file).length;
      if (count > 0) found.set(path, count);
    }
    return found;
  }

  /** Forgets what was read of these files, and after a change of the schema of everything that is generated. */
  public changed(paths: readonly string[], schema: boolean): void {
    const own = new Set(paths.map((path) => join(this.directory, path)));
    for (const path of [...this.files.keys()])
      if (own.has(path) || (schema && this.isGenerated(path))) this.files.delete(path);
  }

  private isGenerated(path: string): boolean {
    return this.generated.some((folder) => path.startsWith(`${folder}/`));
  }

  private file(path: string): { readonly text: string; readonly version: string } | null {
    let found = this.files.get(path);
    if (found === undefined) {
      const text = this.ts.sys.fileExists(path) ? this.ts.sys.readFile(path) : undefined;
      found = text === undefined ? null : { text, version: createHash("sha1").update(text).digest("hex") };
      this.files.set(path, found);
    }
    return found;
  }

  private readConfig(): ts.ParsedCommandLine {
    const path = ["test/tsconfig.json", "tsconfig.json"]
      .map((name) => join(this.directory, name))
      .find((each) => existsSync(each));
    if (path === undefined) throw new Error(`${this.directory} has no tsconfig.json`);
    const { config } = this.ts.readConfigFile(path, this.ts.sys.readFile) as { config: unknown };
    const parsed = this.ts.parseJsonConfigFileContent(config, this.ts.sys, join(path, ".."));
    // A declared root and explicit types keep newer releases from stopping before they check anything.
    const options = {
      ...parsed.options,
      rootDir: this.directory,
      types: parsed.options.types ?? ["*"],
      noEmit: true,
      // A patched compiler would load the transforms, which belong to the emit.
      plugins: undefined,
    };
    if (Number(this.ts.version.split(".")[0]) < 6 && parsed.options.types === undefined)
      delete (options as { types?: unknown }).types;
    return { ...parsed, options };
  }
}
