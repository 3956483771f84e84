import { join } from "node:path";
import type ts from "typescript";
import { KeptFiles } from "./kept-files.js";
import { parseProjects, type Project } from "./parse-projects.js";
import { restrictedSystem } from "./restricted-system.js";
import { rootNames } from "./root-names.js";
import type { WorkerTask } from "./worker-messages.js";

export interface OpenProgram {
  readonly program: ts.Program;
  /** The transforms its tsconfig asks for, as data. */
  readonly plugins: readonly Plugin[];
  readonly project: Project;
}

export type Plugin = Readonly<Record<string, unknown>> & { readonly transform?: unknown };

/** One program per project, made when somebody asks and after changes made anew from what has not changed. */
export class Programs {
  private readonly system: ts.System;
  private projects: readonly Project[] | null = null;
  private opened: readonly OpenProgram[] | null = null;
  /** By tsconfig and by the options that its files were read with. */
  private readonly kept = new Map<string, KeptFiles>();

  public constructor(
    private readonly compiler: typeof ts,
    private readonly task: WorkerTask,
  ) {
    this.system = restrictedSystem(compiler, task.readable);
  }

  public all(): readonly OpenProgram[] {
    this.projects ??= parseProjects(this.compiler, this.system, this.task);
    return (this.opened ??= this.projects.flatMap((project) => this.open(project)));
  }

  /** Forgets what these files held. A file that came or went makes other imports lead elsewhere, too. */
  public changed(paths: readonly string[]): void {
    const files = paths.map((path) => join(this.task.root, path));
    for (const kept of this.kept.values()) kept.forget(files);
    const known = new Set(this.projects?.flatMap(({ parsed }) => parsed.fileNames));
    const moved = files.some((file) => known.has(file) !== this.system.fileExists(file));
    if (moved || files.some((file) => file.endsWith(".json"))) this.projects = null;
    this.opened = null;
  }

  private open(project: Project): readonly OpenProgram[] {
    const { compiler, system, task } = this;
    const { path, parsed, strictness } = project;
    const names = rootNames(parsed, system, task);
    if (names.length === 0 && task.roots !== null) return [];
    const key = `${path}\n${strictness}`;
    const kept = this.kept.get(key) ?? new KeptFiles(compiler, system, parsed.options, task.comments);
    this.kept.set(key, kept);
    const program = kept.program(names, parsed.errors);
    return [{ program, plugins: pluginsOf(parsed), project }];
  }
}

function pluginsOf({ raw, options }: ts.ParsedCommandLine): readonly Plugin[] {
  const plugins: unknown = options["plugins"] ?? raw?.compilerOptions?.plugins;
  if (!Array.isArray(plugins)) return [];
  return plugins.filter((plugin): plugin is Plugin => typeof plugin === "object" && plugin !== null);
}
