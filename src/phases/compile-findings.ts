import type { Finding } from "../model/loop/finding.js";
import { ROOT } from "../model/schema/path.js";
import type { Diagnostic } from "../verify/diagnostic.js";
import { type PlacedPart, partAt } from "./align-trees.js";
import { compilerFinding } from "./compiler-finding.js";
import type { TreePaths } from "./tree-paths.js";

/** A file that an answer was written into. */
export interface WrittenInto {
  readonly path: string;
  readonly text: string;
  /** Parts of the trees that were printed, those of the answer among them. */
  readonly parts: readonly PlacedPart[];
  /** Where those of the answer stand in it. */
  readonly paths: TreePaths;
}

/** What the compiler says of a file, at the places of the answer that it was written from. */
export function compileFindings(
  diagnostics: readonly Diagnostic[],
  written: WrittenInto,
): readonly Finding[] {
  return diagnostics
    .filter(({ status }) => status === "new")
    .map((diagnostic) => {
      const place = diagnostic.path === written.path ? placeOf(diagnostic, written.text) : null;
      const own = written.parts.filter(({ part }) => written.paths.has(part));
      const found = place === null ? null : partAt(own, place);
      if (found === null) return outside(diagnostic, written);
      const { part, span } = found;
      const path = written.paths.get(part) ?? ROOT;
      return compilerFinding(diagnostic, { part, path, text: written.text.slice(span.start, span.end) });
    });
}

/** Said of the whole: what is wrong does not stand in the answer, but came with it. */
function outside({ path, line, code, message }: Diagnostic, written: WrittenInto): Finding {
  const text =
    path === written.path && line !== null ? (written.text.split("\n")[line - 1] ?? "").trim() : "";
  const where = `${path ?? "the backend"}${line === null ? "" : `:${line}`}`;
  const advice = `The compiler says (${code}) of ${where}, which is not from this answer: ${message.slice(0, 400)}`;
  return {
    path: ROOT,
    expected: "an answer that what is around it compiles with",
    found: text,
    candidates: [],
    advice,
    by: "check",
  };
}

/** The character that a message is about; the first one of its line where it says no more. */
function placeOf({ line, column }: Diagnostic, text: string): number | null {
  if (line === null) return null;
  const lines = text.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const first = (lines[line - 1] ?? "").search(/\S/);
  return start + (column === undefined ? Math.max(first, 0) : column - 1);
}
