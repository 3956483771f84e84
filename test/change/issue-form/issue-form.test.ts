import { describe, expect, it, test } from "@jest/globals";
import { parse } from "yaml";
import { FORMS, KINDS } from "../../../src/change/forms.js";
import { fieldOf, FORM_FIELDS } from "../../../src/change/issue-form/form-fields.js";
import { headlineOf } from "../../../src/change/help.js";
import { printIssueForm } from "../../../src/change/issue-form/print-issue-form.js";
import { readIssueForm } from "../../../src/change/issue-form/read-issue-form.js";
import { partsOf } from "../../../src/change/parts-of.js";
import { ASKS } from "../../../src/change/slot.js";
import { filledIn } from "../../support/issue-form.js";

interface Element {
  readonly type: string;
  readonly id?: string;
  readonly attributes: { readonly label?: string; readonly options?: string[]; readonly value?: string };
}

describe("the issue form", () => {
  const form = parse(printIssueForm()) as { name: string; description: string; body: Element[] };

  it("has a place for every part, and never one place for two of a kind", () => {
    for (const ask of ASKS) expect(FORM_FIELDS.filter(({ asks }) => asks.includes(ask))).toHaveLength(1);
    for (const kind of KINDS) {
      const labels = FORMS[kind].slots.map(({ ask }) => fieldOf(ask).label);
      expect([kind, new Set(labels).size]).toEqual([kind, labels.length]);
    }
  });

  it("is one that GitHub takes: known elements, labels and ids once, options once", () => {
    expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) });
    const inputs = form.body.filter(({ type }) => type !== "markdown");
    for (const { type } of form.body) expect(["markdown", "dropdown", "input", "textarea"]).toContain(type);
    const ids = inputs.map(({ id = "" }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[\w-]+$/);
    expect(new Set(inputs.map(({ attributes }) => attributes.label)).size).toBe(inputs.length);
    expect(inputs[0]?.attributes.options).toEqual(KINDS.map(headlineOf));
  });

  test.each(KINDS)("%s is read as its line", (kind) => {
    const values = [...(partsOf(kind, FORMS[kind].example) ?? [])].map(
      ([ask, part]) => [fieldOf(ask).label, part] as const,
    );
    expect(readIssueForm(filledIn(headlineOf(kind), Object.fromEntries(values)))).toEqual({
      ok: true,
      lines: [FORMS[kind].example],
    });
  });

  it("takes further lines, as somebody would write them", () => {
    const more = "/autobe remove likes\n\n- remove field body from notes\n```\nremove model x\n```";
    const body = filledIn("remove feature", {
      Feature: "`comments`",
      "Further changes": more,
      Why: "### Why not",
    });
    expect(readIssueForm(body.replaceAll("\n", "\r\n"))).toEqual({
      ok: true,
      lines: ["remove `comments`", "remove likes", "remove field body from notes", "remove model x"],
    });
  });

  it("says what is missing, what is too much, and what cannot be followed", () => {
    const problems = (kind: string, values: Record<string, string>): readonly string[] => {
      const read = readIssueForm(filledIn(kind, values));
      return read?.ok === false ? read.problems : [];
    };
    expect(problems("rename field", { Model: "articles", Path: "/x" })).toEqual([
      '"Field, relation or property" is empty, and rename field needs it',
      '"Name" is empty, and rename field needs it',
      '"Path" is filled in, and rename field does not take it',
    ]);
    expect(problems("renam feild", {})).toEqual([
      '"renam feild" is no change that I know; did you mean "rename field"?',
    ]);
    expect(problems("_No response_", {})).toEqual([
      '"Change of the backend" is empty; it says what should change',
    ]);
    expect(problems("remove model", { Model: "two words" })[0]).toContain(
      "it is written as: remove model <name>",
    );
    expect(problems("remove feature", { Feature: "x", "Further changes": "help" })[0]).toContain(
      "it is no change",
    );
    const twice = filledIn("remove feature", { Feature: "comments" }) + "\n\n### Feature\n\nlikes";
    expect(readIssueForm(twice)).toMatchObject({ problems: ['"Feature" is there 2 times'] });
  });

  it("is not taken for any other issue", () => {
    for (const body of ["", "### Model\n\nx", "/autobe remove comments", "Change of the backend"])
      expect(readIssueForm(body)).toBeNull();
  });
});
