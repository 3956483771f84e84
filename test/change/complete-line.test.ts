import { describe, expect, test } from "@jest/globals";
import { completions } from "../../src/change/complete-line.js";
import { printChange } from "../../src/change/forms.js";

describe("a line that names no model", () => {
  test.each([
    ["remove field body", ["remove field body from notes"]],
    ["/autobe rename field body to content", ["rename field body of notes to content"]],
    ["change field body to optional", ["change field body of notes to optional"]],
    ["Hide body in summary", ["hide body of notes in summary"]],
    ["add field pinned: boolean default false", ["add field pinned: boolean to notes default false"]],
    ["change on delete of article to cascade", ["change on delete of article of notes to cascade"]],
    ["remove comments", []],
    ["rename comments to remarks", []],
    ["remove model comments", []],
    ["add section x", []],
    ["help", []],
  ])("%s", (line, whole) => {
    expect(completions(line, "notes").map(({ change }) => printChange(change))).toEqual(whole);
  });
});
