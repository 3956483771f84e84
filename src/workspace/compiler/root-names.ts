import { join } from "node:path";
import type ts from "typescript";
import type { WorkerTask } from "./worker-messages.js";

/** The files that a program starts from: all of the project, or those asked for and what is declared for everybody. */
export function rootNames(
  { fileNames }: ts.ParsedCommandLine,
  system: ts.System,
  { root, roots }: WorkerTask,
): readonly string[] {
  if (roots === null) return fileNames;
  const asked = new Set(roots.map((path) => join(root, path)));
  const wanted = fileNames.filter((path) => asked.has(path));
  if (wanted.length === 0) return [];
  return fileNames.filter((path) => asked.has(path) || isAmbient(path, system));
}

/** Whether a file declares things that others use without an import of it. */
function isAmbient(path: string, system: ts.System): boolean {
  if (/\.d\.[cm]?ts$/.test(path)) return true;
  const text = system.readFile(path) ?? "";
  return /^\s*declare\s+(global|module)\b/m.test(text) || !/^\s*(import|export)\b/m.test(text);
}
