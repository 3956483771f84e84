import { foldNotices } from "../../generate/fold-notices.js";
import type { Notice } from "../../generate/notice.js";
import { type Plan, removedForGood, type Step } from "../../plan/plan.js";

const SIGNS: Readonly<Record<Step["action"], string>> = { create: "+", edit: "~", delete: "-" };

/** The plan for a person: what goes, which files are touched and why, what is left to look at. */
export function planText(plan: Plan): string {
  const removed = removedForGood(plan);
  const { models, dtos, operations, fields, properties } = plan.renames;
  const renamed = [...models, ...dtos, ...operations, ...fields, ...properties];
  const blocks = [
    ["Added models", plan.added.models],
    ["Added fields", plan.added.fields],
    ["Added DTOs", plan.added.dtos],
    ["Added properties", plan.added.properties],
    ["Added operations", plan.added.operations],
    ["Removed models", removed.models],
    ["Removed fields", removed.fields],
    ["Removed DTOs", removed.dtos],
    ["Removed properties", removed.properties],
    ["Removed operations", removed.operations],
    ["Renamed", renamed.map(({ from, to }) => `${from} → ${to}`)],
    [`Steps of "${plan.change}"`, plan.steps.map(stepLine)],
    ["To look at", foldNotices(plan.notices).map(noticeLine)],
  ] as const;
  return blocks
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `${title} (${lines.length}):\n${lines.map((line) => `  ${line}\n`).join("")}`)
    .join("\n");
}

function stepLine(step: Step): string {
  const [first, ...more] = step.reasons;
  const why =
    first === undefined
      ? ""
      : `  (${first.how} ${first.cause}${more.length > 0 ? `, and ${more.length} more` : ""})`;
  return `${SIGNS[step.action]} ${step.path}${why}`;
}

function noticeLine(notice: Notice): string {
  const place = notice.line === null ? notice.path : `${notice.path}:${notice.line}`;
  const [first = ""] = notice.text.split("\n");
  return [place, `${notice.kind.replaceAll("-", " ")}:`, first].filter((part) => part !== "").join(" ");
}
