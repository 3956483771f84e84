import { printChange } from "../../change/forms.js";
import type { Understood } from "../../run/outcome.js";
import { contractText } from "./contract-text.js";
import { planText } from "./plan-text.js";

/** What a model read in a text: commands to send, and what they reach. */
export function understoodText(outcome: Understood): string {
  const { changes, questions, contradictions, plan, contract, model } = outcome;
  const asked = questions.map(({ question, options }) => `${question} (${options.join(" / ")})`);
  const against = contradictions.map(
    ({ section, says, quotes }) => `"${quotes.join(" … ")}" stands against ${section}: "${says}"`,
  );
  return [
    `Read by ${model}; nothing was edited.\n`,
    list("Please say first", asked),
    list("Commands that it comes to; apply takes them", changes.map(printChange)),
    list("It contradicts requirements", against),
    ...(plan === null ? [] : [`\n${planText(plan)}`]),
    contractText(contract),
  ].join("");
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `${title}:\n${lines.map((line) => `  ${line}\n`).join("")}`;
}
