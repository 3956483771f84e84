import type { Change } from "../change.js";
import { isChangeCommand } from "../command.js";
import { fillForm } from "../fill-form.js";
import { FORMS, KINDS } from "../forms.js";
import { headlineOf } from "../help.js";
import { nearestOf } from "../nearest.js";
import { parseCommand } from "../parse-command.js";
import type { Ask } from "../slot.js";
import { tidyLine } from "../tidy-line.js";
import { fieldOf, FORM_FIELDS, KIND_LABEL, MORE_LABEL, WHY_LABEL } from "./form-fields.js";

/** The lines that an issue form says, or what is missing or wrong in it, a sentence each. */
export type IssueFormRead =
  | { readonly ok: true; readonly lines: readonly string[] }
  | { readonly ok: false; readonly problems: readonly string[] };

/** GitHub writes this where nothing was filled in; an empty dropdown has the other. */
const NOTHING: readonly string[] = ["_No response_", "None", ""];

const LABELS: readonly string[] = [
  KIND_LABEL,
  ...FORM_FIELDS.map(({ label }) => label),
  MORE_LABEL,
  WHY_LABEL,
];

const TEXT_LIMIT = 65_536;

/** Reads the body of an issue; null where it was not opened with the form. */
export function readIssueForm(body: string): IssueFormRead | null {
  const sections = sectionsOf(body.slice(0, TEXT_LIMIT));
  const chosen = sections.get(KIND_LABEL);
  if (chosen === undefined) return null;
  const kind = KINDS.find((each) => headlineOf(each) === chosen[0]?.toLowerCase());
  const problems = twice(sections);
  if (kind === undefined) return { ok: false, problems: [...problems, sayKind(chosen[0] ?? "")] };
  const filled = new Map<Ask, string>();
  for (const { ask } of FORMS[kind].slots) {
    const [value = ""] = sections.get(fieldOf(ask).label) ?? [];
    if (!NOTHING.includes(value)) filled.set(ask, ask === "text" ? value : tidyLine(value));
  }
  const missing = FORMS[kind].slots.filter(({ ask, optional }) => optional !== true && !filled.has(ask));
  problems.push(
    ...missing.map(({ ask }) => `"${fieldOf(ask).label}" is empty, and ${headlineOf(kind)} needs it`),
  );
  problems.push(...unusedIn(sections, kind));
  const first = missing.length > 0 ? null : fillForm(kind, filled);
  if (first?.ok === false) problems.push(...first.problems);
  const more = linesOf(sections.get(MORE_LABEL)?.[0] ?? "");
  problems.push(...more.flatMap(problemOf));
  return problems.length > 0 || first?.ok !== true
    ? { ok: false, problems }
    : { ok: true, lines: [first.line, ...more] };
}

/** Values by label, as often as the label is there. */
function sectionsOf(body: string): ReadonlyMap<string, readonly string[]> {
  const sections = new Map<string, string[]>();
  for (const part of `\n${body.replaceAll("\r\n", "\n")}`.split(/\n### /).slice(1)) {
    const [heading = "", ...lines] = part.split("\n");
    const label = LABELS.find((each) => each === heading.trim());
    if (label === undefined) continue;
    sections.set(label, [...(sections.get(label) ?? []), lines.join("\n").trim()]);
  }
  return sections;
}

/** Whoever writes a heading of the form into a text of theirs, or edits the form, may mean either. */
function twice(sections: ReadonlyMap<string, readonly string[]>): string[] {
  return [...sections].flatMap(([label, values]) =>
    values.length > 1 && label !== WHY_LABEL ? [`"${label}" is there ${values.length} times`] : [],
  );
}

/** What was filled in and means nothing there would be dropped in silence otherwise. */
function unusedIn(sections: ReadonlyMap<string, readonly string[]>, kind: Change["kind"]): string[] {
  const used = new Set(FORMS[kind].slots.map(({ ask }) => fieldOf(ask).label));
  return FORM_FIELDS.filter(({ label }) => !used.has(label)).flatMap(({ label }) => {
    const value = sections.get(label)?.[0] ?? "";
    return NOTHING.includes(value)
      ? []
      : [`"${label}" is filled in, and ${headlineOf(kind)} does not take it`];
  });
}

function sayKind(chosen: string): string {
  if (NOTHING.includes(chosen)) return `"${KIND_LABEL}" is empty; it says what should change`;
  const near = nearestOf(chosen, KINDS.map(headlineOf));
  const hint = near === null ? "choose one of the form's" : `did you mean "${near}"?`;
  return `"${chosen.slice(0, 60)}" is no change that I know; ${hint}`;
}

function linesOf(text: string): readonly string[] {
  if (NOTHING.includes(text)) return [];
  return text.split("\n").flatMap((line) => {
    const bare = tidyLine(line).replace(/^(?:[-*] )?(?:\/autobe )?/i, "");
    return bare === "" || /^(`{3}|~{3})/.test(bare) ? [] : [bare];
  });
}

function problemOf(line: string): string[] {
  const command = parseCommand(line);
  if (isChangeCommand(command)) return [];
  const problem = command.verb === "invalid" ? command.problem : "it is no change";
  return [`"${MORE_LABEL}" has a line that I cannot follow, "${line.slice(0, 120)}": ${problem}`];
}
