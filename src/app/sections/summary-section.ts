import { code, plural } from "../markdown.js";
import type { ProposalFacts } from "../proposal-facts.js";
import { countLines } from "./count-lines.js";

/** What was asked, by whom, and what it comes to. */
export function summarySection(facts: ProposalFacts): string {
  const { plan, edits } = facts.work;
  const { models, dtos, operations } = plan.removed;
  const takes = [
    plural(models.length, "model"),
    plural(dtos.length, "DTO"),
    plural(operations.length, "operation"),
  ];
  const counts = edits.map(countLines);
  const added = counts.reduce((sum, count) => sum + count.added, 0);
  const removed = counts.reduce((sum, count) => sum + count.removed, 0);
  const deleted = edits.filter((edit) => edit.after === null).length;
  return [
    askedLine(facts),
    `It takes out ${takes[0]}, ${takes[1]} and ${takes[2]}: **${plural(edits.length, "file")}** ` +
      `changed (${deleted} of them deleted, +${added} −${removed} lines), and ` +
      `**${facts.files - touched(facts)} of ${facts.files} files stay byte-identical**.`,
    wayLine(facts),
  ].join("\n\n");
}

/** Files of the base that the proposal changes or deletes. */
export function touched(facts: ProposalFacts): number {
  return facts.work.edits.filter((edit) => edit.before !== null).length;
}

function askedLine({ asked, work }: ProposalFacts): string {
  const command = code(`/autobe ${work.plan.change}`);
  return asked === null
    ? `Asked for: ${command}`
    : `Asked for in #${asked.issue} by **${asked.by}**: ${command}`;
}

function wayLine({ work }: ProposalFacts): string {
  const written = work.plan.steps.filter((step) => step.way === "model").length;
  if (written === 0) return "Every edit is derived from the code by rule; no model was asked.";
  return `${plural(written, "artefact")} were written by a model, everything else is derived from the code by rule.`;
}
