import { expect, test } from "@jest/globals";
import { foldNotices } from "../../src/generate/fold-notices.js";
import type { Notice } from "../../src/generate/notice.js";

function mixed(path: string, line: number, section?: string): Notice {
  return {
    kind: "mixed-requirement",
    path,
    line,
    text: `Sentence ${line}.`,
    ...(section === undefined ? {} : { section }),
  };
}

test("many sections of one document are one line that names the first of them", () => {
  const stale: Notice = { kind: "stale-file", path: "docs/a.md", line: null, text: "stale" };
  const many = ["Roles", "Roles", "Search", "Limits", "Errors", "Glossary"].map((section, index) =>
    mixed("docs/a.md", index * 10 + 1, section),
  );
  expect(foldNotices([mixed("docs/b.md", 1), ...many, stale])).toEqual([
    mixed("docs/b.md", 1),
    {
      kind: "mixed-requirement",
      path: "docs/a.md",
      line: 1,
      text: '6 sections up to line 51: "Roles", "Search", "Limits", "Errors" and 2 more',
    },
    stale,
  ]);
});

test("a few stay as they are, with their sentences", () => {
  const few = [mixed("docs/a.md", 1, "Roles"), mixed("docs/a.md", 9), mixed("docs/a.md", 20)];
  expect(foldNotices(few)).toEqual(few);
});

test("sections without a heading are counted only", () => {
  const all = [1, 2, 3, 4].map((line) => mixed("docs/a.md", line));
  expect(foldNotices(all).map(({ text }) => text)).toEqual(["4 sections up to line 4"]);
});
