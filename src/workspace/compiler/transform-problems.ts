import type { Problem } from "../problem.js";
import type { Opened } from "./compiler-problems.js";
import { loadTransforms, transformNames } from "./load-transforms.js";
import type { OpenProgram } from "./programs.js";
import { type AnyDiagnostic, toProblem } from "./to-problem.js";

/** Emits every file through the official transforms and throws the output away; what they complain about stays. */
export function transformProblems(opened: Opened): {
  problems: readonly Problem[];
  transforms: readonly string[];
} {
  const found = new Map<string, Problem>();
  const used = new Set<string>();
  for (const open of opened.programs.all()) {
    const diagnostics: AnyDiagnostic[] = [];
    const names = transformNames(open);
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
  opened: Opened,
  open: OpenProgram,
  names: readonly string[],
  diagnostics: AnyDiagnostic[],
): void {
  const { task } = opened;
  const { program } = open;
  const before = loadTransforms(opened, open, names, (diagnostic) => diagnostics.push(diagnostic));
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
