import type ts from "typescript";

/** The parsed files of one project, and the program over them that was made last. */
export class KeptFiles {
  private readonly files = new Map<string, ts.SourceFile>();
  private readonly host: ts.CompilerHost;
  private last: ts.Program | undefined;
  /** Whether files came or went, so that an import of an unchanged file may lead elsewhere. */
  private moved = false;

  public constructor(
    private readonly compiler: typeof ts,
    private readonly system: ts.System,
    private readonly options: ts.CompilerOptions,
  ) {
    this.host = this.compilerHost();
  }

  public forget(files: readonly string[]): void {
    for (const file of files) {
      const known = this.files.delete(file);
      if (known !== this.system.fileExists(file)) this.moved = true;
    }
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
    return {
      ...compiler.createCompilerHost(options),
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
      hasInvalidatedResolutions: (path) => this.moved && !path.includes("/node_modules/"),
      writeFile: () => {},
    };
  }
}
