import { dirname, join } from "node:path";
import type ts from "typescript";
import { checkOptions } from "./check-options.js";
import type { WorkerTask } from "./worker-messages.js";

/** A tsconfig as it was read, with the options that we check by. */
export interface Project {
  /** Its tsconfig. */
  readonly path: string;
  readonly parsed: ts.ParsedCommandLine;
  /** The options that decide what is an error, as one text. */
  readonly strictness: string;
  /** Where its own options would put what they emit; null where they do not say. */
  readonly output: OutputPlaces;
}

export interface OutputPlaces {
  readonly outDir: string | null;
  readonly rootDir: string | null;
}

/** The projects of a backend: its sources, and its tests where they have a tsconfig of their own. */
const PROJECTS = ["tsconfig.json", "test/tsconfig.json"];

/** The projects that are there; one whose files another one has as well is left out. */
export function parseProjects(compiler: typeof ts, system: ts.System, task: WorkerTask): readonly Project[] {
  const paths = PROJECTS.map((path) => join(task.root, path)).filter((path) => system.fileExists(path));
  const projects = paths.map((path) => parse(compiler, system, path, task));
  return projects.filter(
    (project, index) => !projects.some((other, at) => at > index && covers(other, project)),
  );
}

function parse(compiler: typeof ts, system: ts.System, path: string, task: WorkerTask): Project {
  const { config, error } = compiler.readConfigFile(path, system.readFile);
  const read = compiler.parseJsonConfigFileContent(config ?? {}, system, dirname(path), undefined, path);
  if (error !== undefined) read.errors.unshift(error);
  const parsed = { ...read, options: checkOptions(compiler, read.options, task) };
  const { outDir = null, rootDir = null } = read.options;
  return { path, parsed, strictness: strictnessOf(parsed), output: { outDir, rootDir } };
}

function covers(larger: Project, smaller: Project): boolean {
  const files = new Set(larger.parsed.fileNames);
  return (
    smaller.parsed.fileNames.every((file) => files.has(file)) && larger.strictness === smaller.strictness
  );
}

/** Options that say where a project lies, and not what is an error in it. */
const PLACES = new Set(["rootDir", "configFilePath", "pathsBasePath", "plugins"]);

function strictnessOf({ options }: ts.ParsedCommandLine): string {
  const own = Object.entries(options).filter(([name]) => !PLACES.has(name));
  return JSON.stringify(own.sort(([a], [b]) => (a < b ? -1 : 1)));
}
