import { printChange } from "../change/forms.js";
import type { Understood } from "../run/outcome.js";
import { block, code, plain, plural } from "./markdown.js";

/** What a model read in a text, with the comment that has it done. */
export function understoodText(outcome: Understood): string {
  const { changes, plan, model, kind } = outcome;
  const commands = changes.map((change) => `/autobe ${printChange(change)}`).join("\n");
  const reaches = plan === null ? "" : ` ${plural(plan.steps.length, "artefact")} would change.`;
  return [
    kind === "unclear" ? "I cannot tell yet what is meant; nothing was changed." : "Nothing was changed yet.",
    ...questionsOf(outcome),
    ...contradictionsOf(outcome),
    ...(changes.length === 0
      ? []
      : [
          `In my language it says this.${reaches} Send it as a comment to have it proposed:\n\n${block("text", commands)}`,
        ]),
    ...intentionsOf(outcome),
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

function intentionsOf({ intentions }: Understood): readonly string[] {
  if (intentions.length === 0) return [];
  const lines = intentions.map((requirement) => `- ${plain(requirement)}`);
  return [`No command can say this, and nothing is done about it:\n\n${lines.join("\n")}`];
}
