import { relative, sep } from "node:path";
import type ts from "typescript";
import type { Problem } from "../problem.js";
import type { WorkerTask } from "./worker-messages.js";

/** A diagnostic of the compiler or of a transform; typia's codes are texts such as "(typia.assert)". */
export interface AnyDiagnostic {
  readonly code: number | string;
  readonly file?: ts.SourceFile | undefined;
  readonly start?: number | undefined;
  readonly messageText: string | ts.DiagnosticMessageChain;
}

/** With places relative to the tree, so that two trees in two folders say the same. */
export function toProblem(compiler: typeof ts, { root }: WorkerTask, diagnostic: AnyDiagnostic): Problem {
  const text = compiler.flattenDiagnosticMessageText(diagnostic.messageText, "\n");
  const message = text.replaceAll(root + sep, "").replaceAll(root, ".");
  const code = typeof diagnostic.code === "number" ? `TS${diagnostic.code}` : diagnostic.code;
  const { file, start } = diagnostic;
  if (file === undefined || !file.fileName.startsWith(root)) return { code, message, path: null, line: null };
  const path = relative(root, file.fileName).replaceAll("\\", "/");
  if (start === undefined) return { code, message, path, line: null };
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  return { code, message, path, line: line + 1, column: character + 1 };
}
