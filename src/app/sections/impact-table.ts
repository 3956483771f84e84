import type { Step } from "../../plan/plan.js";
import type { Edit } from "../../source/edit.js";
import { code, details, table } from "../markdown.js";
import { addedLines, countLines } from "./count-lines.js";

/** More rows are folded away; what stays and is edited comes first, because that is what a person has to read. */
const SHOWN = 40;
const REASONS = 3;

/** Every artefact that changes, with the reason that reached it, and which of its lines a model wrote. */
export function impactTable(
  steps: readonly Step[],
  edits: readonly Edit[],
  byModel: readonly Edit[] = [],
): string {
  const byPath = new Map(edits.map((edit) => [edit.path, edit]));
  const seen = new Set<string>();
  const sorted = [...steps].sort((a, b) => Number(a.action === "delete") - Number(b.action === "delete"));
  const rows = sorted.map((step) => [
    `${code(step.artefact)}<br><sub>${step.path}</sub>`,
    why(step),
    how(step, byModel),
    linesOf(step.path, byPath, seen),
  ]);
  const head = ["Artefact", "Why", "How", "Lines"];
  if (rows.length <= SHOWN) return table(head, rows, 22_000);
  const rest = rows.slice(SHOWN);
  return `${table(head, rows.slice(0, SHOWN), 12_000)}\n\n${details(`${rest.length} more`, table(head, rest, 10_000))}`;
}

const DONE = { edit: "edited", delete: "deleted", create: "created" } as const;

function how({ action, path, way }: Step, byModel: readonly Edit[]): string {
  const written = byModel.find((edit) => edit.path === path);
  const lines = way === "model" && written !== undefined ? addedLines(written) : "";
  return `${DONE[action]}, ${way}${lines === "" ? "" : `<br><sub>lines ${lines}</sub>`}`;
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
