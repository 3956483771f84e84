import { stringify } from "yaml";
import type { Change } from "../change.js";
import { FORMS, KINDS } from "../forms.js";
import { fieldOf, FORM_FIELDS, type FormField, KIND_LABEL, MORE_LABEL, WHY_LABEL } from "./form-fields.js";
import { headlineOf } from "../help.js";
import { partsOf } from "../parts-of.js";

const INTRODUCTION =
  "Choose what should change, and fill in what that takes; everything else stays empty. No model reads this form: " +
  "it is read as the line that you could have written in a comment. Whoever opens it needs write permission.";

/** `.github/ISSUE_TEMPLATE/autobe-change.yml`: an issue opened with it is a request, as a command in a comment is. */
export function printIssueForm(): string {
  const form = {
    name: "Change of the backend",
    description: "Answered with a verified pull request, or with what is unclear",
    title: "Change: ",
    body: [
      { type: "markdown", attributes: { value: INTRODUCTION } },
      {
        type: "dropdown",
        id: "kind",
        attributes: { label: KIND_LABEL, options: KINDS.map(headlineOf) },
        validations: { required: true },
      },
      ...FORM_FIELDS.map(inputOf),
      areaOf("more", MORE_LABEL, "One on each line, as in a comment: `remove field body of notes`."),
      areaOf("why", WHY_LABEL, "For people; the bot does not read it."),
    ],
  };
  return stringify(form, { lineWidth: 0 });
}

function inputOf(field: FormField): object {
  const kinds = KINDS.filter((kind) => FORMS[kind].slots.some(({ ask }) => field.asks.includes(ask)));
  const needed = kinds.map((kind) => `${headlineOf(kind)}${isNeeded(kind, field) ? "" : " (optional)"}`);
  const description = `${field.hint} For: ${needed.join(", ")}.`;
  const id = field.label.toLowerCase().replace(/\W+/g, "-");
  if (field.asks.includes("text")) return areaOf(id, field.label, description);
  const example = exampleOf(field, kinds);
  return {
    type: "input",
    id,
    attributes: { label: field.label, description, ...(example === null ? {} : { placeholder: example }) },
  };
}

function areaOf(id: string, label: string, description: string): object {
  return { type: "textarea", id, attributes: { label, description } };
}

function isNeeded(kind: Change["kind"], field: FormField): boolean {
  return FORMS[kind].slots.some(({ ask, optional }) => field.asks.includes(ask) && optional !== true);
}

function exampleOf(field: FormField, kinds: readonly Change["kind"][]): string | null {
  for (const kind of kinds)
    for (const [ask, part] of partsOf(kind, FORMS[kind].example) ?? [])
      if (fieldOf(ask) === field) return part;
  return null;
}
