import { structuredPatch } from "diff";
import type { Edit } from "../../source/edit.js";
import { classify } from "../../source/layout.js";
import { block, code } from "../markdown.js";

const BUDGET = 8_000;

/** What changes in the requirement documents; null where nothing does. */
export function requirementDiff(edits: readonly Edit[]): string | null {
  const documents = edits.filter((edit) => classify(edit.path) === "requirement");
  if (documents.length === 0) return null;
  const parts: string[] = [];
  const skipped: string[] = [];
  let left = BUDGET;
  for (const edit of documents) {
    const text = patchOf(edit);
    left -= text.length;
    if (left < 0) skipped.push(code(edit.path));
    else parts.push(text);
  }
  const rest = skipped.length === 0 ? "" : `\n\nToo long to show here: ${skipped.join(", ")}`;
  return (parts.length === 0 ? "" : block("diff", parts.join("\n"))) + rest;
}

function patchOf(edit: Edit): string {
  const { hunks } = structuredPatch(edit.path, edit.path, edit.before ?? "", edit.after ?? "", "", "", {
    context: 1,
  });
  const lines = hunks.flatMap((hunk) => [`@@ line ${hunk.oldStart} @@`, ...hunk.lines]);
  return [`--- ${edit.path}`, ...lines.map((line) => line.replace(/\r$/, ""))].join("\n");
}
