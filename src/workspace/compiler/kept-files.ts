import type ts from "typescript";
import { KeptResolutions } from "./kept-resolutions.js";

/** The parsed files of one project, and the program over them that was made last. */
export class KeptFiles {
  private readonly files = new Map<string, ts.SourceFile>();
  private readonly host: ts.CompilerHost;
  private readonly resolutions: KeptResolutions;
  private last: ts.Program | undefined;
  /** Whether files came or went, so that an import of an unchanged file may lead elsewhere. */
  private moved = false;

  public constructor(
    private readonly compiler: typeof ts,
    private readonly system: ts.System,
    private readonly options: ts.CompilerOptions,
    private readonly comments: boolean,
  ) {
    this.host = this.compilerHost();
    this.resolutions = new KeptResolutions(compiler, this.host, options);
  }

  public forget(files: readonly string[]): void {
    const moved = files.filter((file) => this.files.delete(file) !== this.system.fileExists(file));
    for (const file of files) this.resolutions.forget(file);
    if (moved.length > 0) this.resolutions.moved(moved);
    this.moved ||= moved.length > 0;
  }

  public program(rootNames: readonly string[], errors: readonly ts.Diagnostic[]): ts.Program {
    const { compiler, options, host, last } = this;
    const program = compiler.createProgram({
      rootNames,
      options,
      host,
      configFileParsingDiagnostics: errors,
      ...(last === undefined ? {} : { oldProgram: last }),
    });
    this.moved = false;
    return (this.last = program);
  }

  private compilerHost(): ts.CompilerHost {
    const { compiler, system, options, files } = this;
    // Releases before 5.3 know no modes and parse all comments.
    const modes = compiler.JSDocParsingMode as typeof compiler.JSDocParsingMode | undefined;
    return {
      ...compiler.createCompilerHost(options),
      ...(this.comments || modes === undefined ? {} : { jsDocParsingMode: modes.ParseForTypeErrors }),
      readFile: system.readFile,
      fileExists: system.fileExists,
      directoryExists: system.directoryExists,
      getDirectories: system.getDirectories,
      readDirectory: system.readDirectory,
      getSourceFile: (name, version) => {
        const known = files.get(name);
        if (known !== undefined) return known;
        const text = system.readFile(name);
        if (text === undefined) return undefined;
        const file = compiler.createSourceFile(name, text, version);
        files.set(name, file);
        return file;
      },
      resolveModuleNameLiterals: (literals, _, redirected, __, file) =>
        this.resolutions.resolve(literals, file, redirected),
      hasInvalidatedResolutions: (path) => this.moved && !path.includes("/node_modules/"),
      writeFile: () => {},
    };
  }
}
