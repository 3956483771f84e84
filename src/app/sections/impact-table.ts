import type { Step } from "../../plan/plan.js";
import type { Edit } from "../../source/edit.js";
import { code, details, table } from "../markdown.js";
import { countLines } from "./count-lines.js";

/** More rows are folded away; what stays and is edited comes first, because that is what a person has to read. */
const SHOWN = 40;
const REASONS = 3;

/** Every artefact that changes, with the reason that reached it. */
export function impactTable(steps: readonly Step[], edits: readonly Edit[]): string {
  const byPath = new Map(edits.map((edit) => [edit.path, edit]));
  const seen = new Set<string>();
  const sorted = [...steps].sort((a, b) => Number(a.action === "delete") - Number(b.action === "delete"));
  const rows = sorted.map((step) => [
    `${code(step.artefact)}<br><sub>${step.path}</sub>`,
    why(step),
    `${step.action === "edit" ? "edited" : step.action === "delete" ? "deleted" : "created"}, ${step.way}`,
    linesOf(step.path, byPath, seen),
  ]);
  const head = ["Artefact", "Why", "How", "Lines"];
  if (rows.length <= SHOWN) return table(head, rows, 22_000);
  const rest = rows.slice(SHOWN);
  return `${table(head, rows.slice(0, SHOWN), 12_000)}\n\n${details(`${rest.length} more`, table(head, rest, 10_000))}`;
}

function why(step: Step): string {
  const shown = step.reasons.slice(0, REASONS).map(({ cause, how }) => `${how} ${code(cause)}`);
  const more = step.reasons.length - shown.length;
  return shown.join("<br>") + (more > 0 ? `<br>and ${more} more` : "");
}

/** A file with several artefacts is counted once, in its first row. */
function linesOf(path: string, edits: ReadonlyMap<string, Edit>, seen: Set<string>): string {
  const edit = edits.get(path);
  if (!edit) return "";
  if (seen.has(path)) return "same file";
  seen.add(path);
  const { added, removed } = countLines(edit);
  return `+${added} −${removed}`;
}
