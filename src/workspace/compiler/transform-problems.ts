import { createRequire } from "node:module";
import { join } from "node:path";
import type ts from "typescript";
import type { Problem } from "../problem.js";
import type { Opened } from "./compiler-problems.js";
import type { OpenProgram, Plugin } from "./programs.js";
import { type AnyDiagnostic, toProblem } from "./to-problem.js";

/** The transforms that may run. Any other plugin of a tsconfig is code of the repository, and stays data. */
const OFFICIAL = ["typia/lib/transform", "@nestia/core/lib/transform", "@nestia/sdk/lib/transform"];

interface Extras {
  readonly ts: typeof ts;
  readonly addDiagnostic: (diagnostic: AnyDiagnostic) => number;
}

type Transform = (
  program: ts.Program,
  options: Plugin,
  extras: Extras,
) => ts.TransformerFactory<ts.SourceFile>;

/** Emits every file through the official transforms and throws the output away; what they complain about stays. */
export function transformProblems(opened: Opened): {
  problems: readonly Problem[];
  transforms: readonly string[];
} {
  const found = new Map<string, Problem>();
  const used = new Set<string>();
  for (const open of opened.programs.all()) {
    const diagnostics: AnyDiagnostic[] = [];
    const names = OFFICIAL.filter((name) => open.plugins.some(({ transform }) => transform === name));
    names.forEach((name) => used.add(name));
    if (names.length > 0) emit(opened, open, names, diagnostics);
    for (const diagnostic of diagnostics) {
      const problem = toProblem(opened.compiler, opened.task, diagnostic);
      found.set(JSON.stringify([problem, diagnostic.start]), problem);
    }
  }
  return { problems: [...found.values()], transforms: [...used] };
}

function emit(
  { task, compiler }: Opened,
  { program, plugins }: OpenProgram,
  names: readonly string[],
  diagnostics: AnyDiagnostic[],
): void {
  const require = createRequire(join(task.tools, "index.js"));
  const extras: Extras = { ts: compiler, addDiagnostic: (diagnostic) => diagnostics.push(diagnostic) };
  const before = names.map((name) => {
    const loaded: { readonly default: Transform } = require(name);
    return loaded.default(program, plugins.find(({ transform }) => transform === name) ?? {}, extras);
  });
  for (const file of program.getSourceFiles()) {
    if (file.isDeclarationFile || !file.fileName.startsWith(task.root)) continue;
    try {
      program.emit(file, () => {}, undefined, false, { before });
    } catch (error) {
      const messageText = error instanceof Error ? error.message : String(error);
      diagnostics.push({ code: "transform", file, start: 0, messageText });
    }
  }
}
