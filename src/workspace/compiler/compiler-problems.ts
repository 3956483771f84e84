import type ts from "typescript";
import type { Problem } from "../problem.js";
import type { OpenProgram } from "./open-programs.js";
import { toProblem } from "./to-problem.js";
import type { WorkerTask } from "./worker-messages.js";

export interface Opened {
  readonly task: WorkerTask;
  readonly compiler: typeof ts;
  readonly programs: readonly OpenProgram[];
}

/** Everything the compiler says about every project; what two projects say about one place counts once. */
export function compilerProblems({ task, compiler, programs }: Opened): {
  problems: readonly Problem[];
  files: number;
} {
  const found = new Map<string, Problem>();
  const files = new Set<string>();
  for (const { program } of programs) {
    for (const diagnostic of allDiagnostics(program)) {
      if (diagnostic.category !== compiler.DiagnosticCategory.Error) continue;
      const key = `${diagnostic.file?.fileName}:${diagnostic.start}:${diagnostic.code}`;
      const problem = toProblem(compiler, task, diagnostic);
      found.set(`${key}:${problem.message}`, problem);
    }
    for (const { fileName, isDeclarationFile } of program.getSourceFiles())
      if (!isDeclarationFile && fileName.startsWith(task.root)) files.add(fileName);
  }
  return { problems: [...found.values()], files: files.size };
}

function allDiagnostics(program: ts.Program): readonly ts.Diagnostic[] {
  return [
    ...program.getConfigFileParsingDiagnostics(),
    ...program.getOptionsDiagnostics(),
    ...program.getSyntacticDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...program.getSemanticDiagnostics(),
  ];
}
