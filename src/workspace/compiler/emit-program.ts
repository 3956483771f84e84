import { basename, dirname, join, relative, sep } from "node:path";
import type ts from "typescript";
import type { Opened } from "./compiler-problems.js";
import type { Emitted, EmittedFile } from "./emitted.js";
import { loadTransforms, transformNames } from "./load-transforms.js";
import type { OpenProgram } from "./programs.js";

const NOTHING: Emitted = { files: [], paths: {} };

/**
 * Emits the project of the tests, which is the last one and has the sources as well, through the official transforms.
 * Its files get the places that its own options ask for, inside of the tree.
 */
export function emitProgram(opened: Opened): Emitted {
  const open = opened.programs.all().at(-1);
  if (open === undefined) return NOTHING;
  const before = loadTransforms(opened, open, transformNames(open), () => 0);
  const sources = open.program
    .getSourceFiles()
    .filter(({ fileName, isDeclarationFile }) => !isDeclarationFile && within(opened.task.root, fileName));
  const place = placesOf(opened, open, sources);
  const files = sources.flatMap((source) => emitFile(opened, open, source, before, place));
  return { files, paths: mappedPaths(opened, open, place) };
}

type Place = (path: string) => string;

function emitFile(
  { task }: Opened,
  { program }: OpenProgram,
  source: ts.SourceFile,
  before: ts.TransformerFactory<ts.SourceFile>[],
  place: Place,
): EmittedFile[] {
  const from = relative(task.root, source.fileName);
  if (source.fileName.endsWith(".json"))
    return [{ source: from, path: place(source.fileName), text: source.text }];
  const written: EmittedFile[] = [];
  const write = (name: string, text: string): void => {
    const beside = join(dirname(source.fileName), basename(name));
    written.push({ source: from, path: place(beside), text });
  };
  try {
    program.emit(source, write, undefined, false, { before });
  } catch {
    // The transform gate names what cannot be emitted; a file that needs this one will say that it is not there.
  }
  return written;
}

/** From a place among the sources to the place in the build, relative to the tree. */
function placesOf(
  { compiler, task: { root } }: Opened,
  { project }: OpenProgram,
  sources: readonly ts.SourceFile[],
): Place {
  const { outDir, rootDir } = project.output;
  const modern = Number.parseInt(compiler.version, 10) >= 6;
  const from = rootDir ?? (modern ? dirname(project.path) : commonFolder(sources));
  const to = outDir !== null && within(root, outDir) ? outDir : join(root, "bin");
  return (path) => relative(root, join(to, relative(from, path)));
}

function commonFolder(sources: readonly ts.SourceFile[]): string {
  const [first = [], ...others] = sources.map(({ fileName }) => dirname(fileName).split(sep));
  const shared = first.findIndex((part, index) => others.some((parts) => parts[index] !== part));
  return first.slice(0, shared === -1 ? first.length : shared).join(sep);
}

/** Imports by a pattern of the tsconfig are left as they are by the emit, so the program has to find them later. */
function mappedPaths({ task }: Opened, { program, project }: OpenProgram, place: Place): Emitted["paths"] {
  const options = program.getCompilerOptions();
  const at = options.baseUrl ?? pathsBase(options) ?? dirname(project.path);
  const own = Object.entries(options.paths ?? {}).filter(([pattern]) => !(pattern in task.paths));
  return Object.fromEntries(
    own.map(([pattern, targets]) => [
      pattern,
      targets.map((target) => place(join(at, target))).filter((target) => !target.startsWith("..")),
    ]),
  );
}

/** Where the patterns were written, which may be in a tsconfig that this one extends. */
function pathsBase(options: ts.CompilerOptions): string | undefined {
  const base: unknown = options["pathsBasePath"];
  return typeof base === "string" ? base : undefined;
}

function within(root: string, path: string): boolean {
  return path.startsWith(root + sep);
}
