import { printChange } from "../change/forms.js";
import type { Understood } from "../run/outcome.js";
import { block, code, details, plain, plural } from "./markdown.js";
import { contractSection } from "./sections/contract-section.js";
import { impactTable } from "./sections/impact-table.js";

/** What a model read in a text, with the comment that has it done. */
export function understoodText(outcome: Understood): string {
  const { changes, plan, contract, model, kind } = outcome;
  const commands = changes.map((change) => `/autobe ${printChange(change)}`).join("\n");
  const reaches = plan === null ? "" : ` ${plural(plan.steps.length, "artefact")} would change.`;
  return [
    kind === "unclear" ? "I cannot tell yet what is meant; nothing was changed." : "Nothing was changed yet.",
    ...questionsOf(outcome),
    ...contradictionsOf(outcome),
    ...(changes.length === 0
      ? []
      : [
          `In my language it says this.${reaches}${writtenOf(changes)}\n\n${block("text", commands)}`,
          kind === "understood"
            ? `Send ${code("/autobe apply")} to have it proposed, or commands of these that you like better.`
            : "Commands of these can be sent as they are.",
        ]),
    ...(plan === null || plan.steps.length === 0 ? [] : [details("Impact", impactTable(plan.steps, []))]),
    ...detailsOf("What callers will notice", contractSection(contract)),
    `Read by ${code(model)}.`,
  ].join("\n\n");
}

function questionsOf({ questions }: Understood): readonly string[] {
  if (questions.length === 0) return [];
  const lines = questions.map(
    ({ question, options }) => `- ${plain(question)} ${options.map(plain).join(" / ")}`,
  );
  return [`Please say, in one comment that starts with ${code("/autobe")}:\n\n${lines.join("\n")}`];
}

function contradictionsOf({ contradictions }: Understood): readonly string[] {
  if (contradictions.length === 0) return [];
  const lines = contradictions.map(
    ({ quotes, section, says }) =>
      `- “${plain(quotes.join(" … "))}” stands against ${code(section)}: “${plain(says)}”`,
  );
  return [`It contradicts requirements:\n\n${lines.join("\n")}`];
}

/** What the rest of it would take of the model. */
function writtenOf(changes: Understood["changes"]): string {
  const written = changes.filter(({ kind }) => kind === "change-behaviour").length;
  if (written === 0) return " All of it is derived by rule.";
  const calls = CALLS * written;
  const tokens = Math.round((calls * TOKENS) / 1_000);
  return ` The code of ${plural(written, "operation")} is written by the model, in about ${calls} calls and ${tokens} thousand tokens; everything else is derived by rule.`;
}

/** The body, and a test of it. */
const CALLS = 2;
/** In and out, of one call of a phase that writes code. */
const TOKENS = 12_000;

function detailsOf(title: string, text: string | null): readonly string[] {
  return text === null ? [] : [details(title, text)];
}
