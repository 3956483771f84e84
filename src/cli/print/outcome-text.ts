import type { Migration, Outcome, Work } from "../../run/outcome.js";
import { contractText } from "./contract-text.js";
import { planText } from "./plan-text.js";
import { candidateText, questionText } from "./question-text.js";
import { understoodText } from "./understood-text.js";
import { verificationText } from "./verification-text.js";

/** How a run ended, for a person. */
export function outcomeText(outcome: Outcome): string {
  switch (outcome.kind) {
    case "published": {
      const { branch, commit, url } = outcome.proposal;
      const look = url ?? `git diff HEAD...${branch}`;
      return `${workText(outcome)}\nPublished as ${branch} at ${commit.slice(0, 10)}. To look at it: ${look}\n`;
    }
    case "dry-run":
      return `${workText(outcome)}\nA dry run: nothing was published.\n`;
    case "planned":
      return planText(outcome.plan);
    case "nothing-to-do": {
      const near = outcome.nearest.length > 0 ? ` The nearest names: ${outcome.nearest.join(", ")}.` : "";
      return `Nothing to do: ${sentence(outcome.reason)}${near}\n`;
    }
    case "understood":
    case "unclear":
      return understoodText(outcome);
    case "question":
      return candidateText(outcome.candidates) + questionText(outcome.questions);
    case "stopped":
      return `${verificationText(outcome.gates)}Stopped: ${sentence(outcome.reason)}\n${sentence(outcome.remedy)}\n`;
    case "failed":
      return `Failed: ${sentence(outcome.reason)}\n${sentence(outcome.remedy)}\n`;
  }
}

function workText(work: Work): string {
  return [
    planText(work.plan),
    verificationText(work.gates),
    contractText(work.contract),
    migrationText(work.migration),
  ]
    .filter((text) => text !== "")
    .join("\n");
}

function migrationText(migration: Migration | null): string {
  if (migration === null) return "";
  const risks = migration.risks.map((risk) => `  ${risk.code}: ${risk.reason}\n`).join("");
  if (migration.sql.trim() === "") return risks === "" ? "" : `Rows that stand:\n${risks}`;
  const place = migration.place === undefined ? "" : `${migration.place}\n`;
  return `Migration (${migration.dialect}), written and not applied:\n${migration.sql.trimEnd()}\n${risks}${place}`;
}

/** A text with one full stop at its end. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
