import { type Plan, removedForGood } from "../../plan/plan.js";
import type { Names } from "../../spec/names.js";
import { code, plural } from "../markdown.js";
import type { ProposalFacts } from "../proposal-facts.js";
import { countLines } from "./count-lines.js";

/** What was asked, by whom, and what it comes to. */
export function summarySection(facts: ProposalFacts): string {
  const { plan, edits } = facts.work;
  const counts = edits.map(countLines);
  const added = counts.reduce((sum, count) => sum + count.added, 0);
  const removed = counts.reduce((sum, count) => sum + count.removed, 0);
  const deleted = edits.filter((edit) => edit.after === null).length;
  return [
    askedLine(facts),
    `${whatLine(plan)}: **${plural(edits.length, "file")}** ` +
      `changed (${deleted} of them deleted, +${added} −${removed} lines), and ` +
      `**${facts.files - touched(facts)} of ${facts.files} files stay byte-identical**.`,
    wayLine(facts),
  ].join("\n\n");
}

/** What the plan comes to, in numbers: what it takes out, puts in and renames. */
function whatLine(plan: Plan): string {
  const gone = sayNames(removedForGood(plan));
  const added = sayNames(plan.added);
  const { models, dtos, operations, fields, properties } = plan.renames;
  const renamed = list([
    count(models, "model"),
    count(dtos, "DTO"),
    count(operations, "operation"),
    count(fields, "field"),
    count(properties, "property"),
  ]);
  const says = [
    ...(added === "" ? [] : [`adds ${added}`]),
    ...(gone === "" ? [] : [`takes out ${gone}`]),
    ...(renamed === "" ? [] : [`renames ${renamed}`]),
  ];
  if (says.length > 0) return `It ${says.join(", and ")}`;
  return plan.steps.some(({ way }) => way === "model")
    ? "It changes what operations do"
    : "It changes what members are like";
}

/** Members go unsaid where something whole is named that holds them. */
function sayNames({ models, fields, dtos, properties, operations }: Names): string {
  const whole = [count(models, "model"), count(dtos, "DTO"), count(operations, "operation")];
  const members = [count(fields, "field"), count(properties, "property")];
  return list(whole.some((part) => part !== null) ? whole : members);
}

function count(names: readonly unknown[], word: string): string | null {
  return names.length === 0 ? null : plural(names.length, word);
}

function list(parts: readonly (string | null)[]): string {
  const said = parts.filter((part) => part !== null);
  return said.length < 2 ? said.join("") : `${said.slice(0, -1).join(", ")} and ${said.at(-1)}`;
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
  return (
    `${plural(written, "artefact")} ${written === 1 ? "was" : "were"} written by a model, in the lines that are named ` +
    "below; everything else is derived from the code by rule."
  );
}
