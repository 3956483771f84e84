import { dirname, join } from "node:path";
import type ts from "typescript";
import { restrictedSystem } from "./restricted-system.js";
import { checkOptions } from "./check-options.js";
import type { WorkerTask } from "./worker-messages.js";

export interface OpenProgram {
  readonly program: ts.Program;
  /** The transforms its tsconfig asks for, as data. */
  readonly plugins: readonly Plugin[];
}

export type Plugin = Readonly<Record<string, unknown>> & { readonly transform?: unknown };

/** The projects of a backend: its sources, and its tests where they have a tsconfig of their own. */
const PROJECTS = ["tsconfig.json", "test/tsconfig.json"];

/** One program per project; a project whose files another one has as well is not opened twice. */
export function openPrograms(compiler: typeof ts, task: WorkerTask): readonly OpenProgram[] {
  const system = restrictedSystem(compiler, task.readable);
  const projects = PROJECTS.map((path) => join(task.root, path)).filter((path) => system.fileExists(path));
  const parsed = projects.map((path) => parse(compiler, system, path, task));
  const needed = parsed.filter(
    (project, index) => !parsed.some((other, at) => at > index && covers(other, project)),
  );
  return needed.map((project) => {
    const host = compilerHost(compiler, system, project.options);
    const program = compiler.createProgram({
      rootNames: project.fileNames,
      options: project.options,
      host,
      configFileParsingDiagnostics: project.errors,
    });
    return { program, plugins: pluginsOf(project) };
  });
}

function parse(compiler: typeof ts, system: ts.System, path: string, task: WorkerTask): ts.ParsedCommandLine {
  const { config, error } = compiler.readConfigFile(path, system.readFile);
  const parsed = compiler.parseJsonConfigFileContent(config ?? {}, system, dirname(path), undefined, path);
  if (error !== undefined) parsed.errors.unshift(error);
  return { ...parsed, options: checkOptions(compiler, parsed.options, task) };
}

function covers(larger: ts.ParsedCommandLine, smaller: ts.ParsedCommandLine): boolean {
  const files = new Set(larger.fileNames);
  return smaller.fileNames.every((file) => files.has(file)) && strictness(larger) === strictness(smaller);
}

/** Options that say where a project lies, and not what is an error in it. */
const PLACES = new Set(["rootDir", "configFilePath", "pathsBasePath", "plugins"]);

/** The options that decide what is an error. */
function strictness({ options }: ts.ParsedCommandLine): string {
  const own = Object.entries(options).filter(([name]) => !PLACES.has(name));
  return JSON.stringify(own.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function compilerHost(compiler: typeof ts, system: ts.System, options: ts.CompilerOptions): ts.CompilerHost {
  const host = compiler.createCompilerHost(options);
  return {
    ...host,
    readFile: system.readFile,
    fileExists: system.fileExists,
    directoryExists: system.directoryExists,
    getDirectories: system.getDirectories,
    readDirectory: system.readDirectory,
    getSourceFile: (name, version) => {
      const text = system.readFile(name);
      return text === undefined ? undefined : compiler.createSourceFile(name, text, version);
    },
    writeFile: () => {},
  };
}

function pluginsOf({ raw, options }: ts.ParsedCommandLine): readonly Plugin[] {
  const plugins: unknown = options["plugins"] ?? raw?.compilerOptions?.plugins;
  if (!Array.isArray(plugins)) return [];
  return plugins.filter((plugin): plugin is Plugin => typeof plugin === "object" && plugin !== null);
}
