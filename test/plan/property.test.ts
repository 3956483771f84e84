import { describe, expect, test } from "@jest/globals";
import { planChange } from "../../src/plan/plan-change.js";
import type { Planned } from "../../src/plan/planned.js";
import { applyEdits } from "../../src/source/apply-edits.js";
import type { Backend } from "../../src/source/backend.js";
import { fixtureBackend } from "../support/fixture-backend.js";
import { changeOf } from "../support/change-of.js";

const BBS = fixtureBackend("bbs");

function plan(line: string, backend: Backend = BBS): Planned {
  return planChange(backend, changeOf(line), new Map());
}

/** The backend after a change. */
function after(line: string): Backend {
  const planned = plan(line);
  if (planned.kind !== "plan") throw new Error(planned.kind);
  return applyEdits(BBS, planned.edits());
}

describe("what cannot be shown, hidden or renamed", () => {
  test.each([
    [
      "hide title of articles in create",
      `A new row of bbs_articles has no "title" without IBbsArticle.ICreate.title.`,
    ],
    [
      "hide title of articles in invert",
      `bbs_articles has no "title" in invert; it is in read, create, update, summary.`,
    ],
    ["hide titel of articles", `No DTO of bbs_articles has a property "titel".`],
    [
      "expose title of articles in update",
      "Letting callers update bbs_articles.title is more than showing it.",
    ],
    ["expose category of articles", "bbs_articles.category is no plain column."],
    ["expose title of articles", "bbs_articles.title is shown in read already."],
    ["rename property title of articles to body", `IBbsArticle has a property "body" already.`],
    [
      "rename property title of articles to Title",
      `"Title" cannot name a field: it has to start with a small letter.`,
    ],
    ["remove operation GET /bbs/categories", "There is no operation GET /bbs/categories."],
    [
      "remove operation POST /bbs/auth/member/login",
      "POST /bbs/auth/member/login is part of how actors sign in.",
    ],
  ])("%s: %s", (line, reason) => {
    expect(plan(line)).toMatchObject({ reason });
  });

  test("a secret is never shown", () => {
    const secret = [...BBS.files.values()].flatMap(
      ({ text }) => /^\s*(password\w*)\s+String/m.exec(text ?? "")?.[1] ?? [],
    );
    expect(secret.length).toBeGreaterThan(0);
    expect(plan(`expose ${secret[0]} of members`)).toMatchObject({
      kind: "refused",
      reason: expect.stringMatching(/is a secret/),
    });
  });
});

test.each([
  "hide title of articles in summary",
  "expose updated_at of categories in summary",
  "rename property likes_count of articles to likes",
  "remove operation DELETE /bbs/admin/articles/:id",
])("%s: the second time there is nothing to do", (line) => {
  expect(plan(line, after(line))).toMatchObject({ kind: "nothing-to-do" });
});
