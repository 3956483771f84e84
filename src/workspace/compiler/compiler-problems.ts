import { join } from "node:path";
import type ts from "typescript";
import type { Problem } from "../problem.js";
import type { Programs } from "./programs.js";
import { toProblem } from "./to-problem.js";
import type { WorkerTask } from "./worker-messages.js";

export interface Opened {
  readonly task: WorkerTask;
  readonly compiler: typeof ts;
  readonly programs: Programs;
}

/**
 * What the compiler says about every project, or about the given files of them; what two projects say about one place
 * counts once.
 */
export function compilerProblems(
  { task, compiler, programs }: Opened,
  scope: readonly string[] | null,
): { problems: readonly Problem[]; files: number } {
  const found = new Map<string, Problem>();
  const checked = new Set<string>();
  for (const { program } of programs.all()) {
    const files = scope === null ? ownFiles(program, task) : filesAt(program, task, scope);
    for (const diagnostic of diagnosticsOf(program, scope === null ? null : files)) {
      if (diagnostic.category !== compiler.DiagnosticCategory.Error) continue;
      const key = `${diagnostic.file?.fileName}:${diagnostic.start}:${diagnostic.code}`;
      const problem = toProblem(compiler, task, diagnostic);
      found.set(`${key}:${problem.message}`, problem);
    }
    for (const { fileName } of files) checked.add(fileName);
  }
  return { problems: [...found.values()], files: checked.size };
}

function ownFiles(program: ts.Program, { root }: WorkerTask): readonly ts.SourceFile[] {
  return program
    .getSourceFiles()
    .filter(({ fileName, isDeclarationFile }) => !isDeclarationFile && fileName.startsWith(root));
}

function filesAt(program: ts.Program, { root }: WorkerTask, paths: readonly string[]): ts.SourceFile[] {
  return paths.flatMap((path) => program.getSourceFile(join(root, path)) ?? []);
}

function diagnosticsOf(
  program: ts.Program,
  files: readonly ts.SourceFile[] | null,
): readonly ts.Diagnostic[] {
  const about = files ?? [undefined];
  return [
    ...program.getConfigFileParsingDiagnostics(),
    ...program.getOptionsDiagnostics(),
    ...about.flatMap((file) => program.getSyntacticDiagnostics(file)),
    ...program.getGlobalDiagnostics(),
    ...about.flatMap((file) => program.getSemanticDiagnostics(file)),
  ];
}
