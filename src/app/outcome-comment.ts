import type { Outcome, Published, Stopped } from "../run/outcome.js";
import { needsConsent } from "./consent.js";
import { code, details, plain, plural } from "./markdown.js";
import { candidateText, questionText } from "./question-comment.js";
import { understoodText } from "./understood-comment.js";
import { diagnosticTable } from "./sections/verification-table.js";

type Printers = { readonly [K in Outcome["kind"]]: (outcome: Extract<Outcome, { kind: K }>) => string };

/** An ending without a text does not compile. */
const PRINTERS: Printers = {
  published: publishedText,
  "dry-run": ({ edits }) => `${plural(edits.length, "file")} would change; nothing was published.`,
  planned: ({ plan }) => `${plural(plan.steps.length, "artefact")} would change; nothing was published.`,
  "nothing-to-do": ({ reason, nearest }) =>
    `Nothing to do: ${sentence(reason)}` +
    (nearest.length > 0 ? `\n\nNearest names: ${nearest.map(code).join(", ")}` : ""),
  understood: understoodText,
  unclear: understoodText,
  question: ({ questions, candidates }) =>
    [
      ...(candidates.length > 0 ? [candidateText(candidates)] : []),
      ...(questions.length > 0 ? [questionText(questions)] : []),
    ].join("\n\n"),
  stopped: stoppedText,
  failed: ({ reason, remedy }) =>
    `This failed, and nothing more was done: ${sentence(reason)}\n\n${sentence(remedy)}`,
};

/** How a run ended, as the answer on the issue says it. */
export function outcomeText(outcome: Outcome): string {
  const print = PRINTERS[outcome.kind] as (outcome: Outcome) => string;
  return print(outcome);
}

function publishedText({ plan, edits, proposal, migration }: Published): string {
  const where = proposal.number === null ? code(proposal.branch) : `#${proposal.number}`;
  const codes = [...new Set(migration?.risks.filter(needsConsent).map((risk) => risk.code))];
  return [
    `${where} proposes ${code(plan.change)}: ${plural(edits.length, "file")} changed, every gate passed. ` +
      "It is a draft until a person marks it ready.",
    ...(codes.length === 0
      ? []
      : [
          `Its migration can lose data. Consent with ${codes.map((risk) => code(`/autobe accept ${risk}`)).join(", ")}.`,
        ]),
  ].join("\n\n");
}

function stoppedText({ reason, remedy, gates }: Stopped): string {
  const found = gates.flatMap((gate) => gate.diagnostics).filter((diagnostic) => diagnostic.status === "new");
  return [
    `I stopped, and nothing was published: ${sentence(reason)}`,
    sentence(remedy),
    ...(found.length === 0 ? [] : [details(plural(found.length, "finding"), diagnosticTable(found))]),
  ].join("\n\n");
}

export function sentence(text: string): string {
  const line = plain(text.trim());
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
