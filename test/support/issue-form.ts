import { FORM_FIELDS, KIND_LABEL, MORE_LABEL, WHY_LABEL } from "../../src/change/issue-form/form-fields.js";

/** The body of an issue as GitHub writes it when somebody has filled in the form. */
export function filledIn(kind: string, values: Readonly<Record<string, string>>): string {
  const labels = [...FORM_FIELDS.map(({ label }) => label), MORE_LABEL, WHY_LABEL];
  const parts = [[KIND_LABEL, kind], ...labels.map((label) => [label, values[label] ?? "_No response_"])];
  return parts.map(([label, value]) => `### ${label}\n\n${value}`).join("\n\n");
}
