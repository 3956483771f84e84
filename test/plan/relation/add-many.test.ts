import { describe, expect, test } from "@jest/globals";
import { planChange } from "../../../src/plan/plan-change.js";
import type { Planned } from "../../../src/plan/planned.js";
import { applyEdits } from "../../../src/source/apply-edits.js";
import type { Backend } from "../../../src/source/backend.js";
import { readDatabase } from "../../../src/spec/database/read-database.js";
import { changeOf } from "../../support/change-of.js";
import { fixtureBackend } from "../../support/fixture-backend.js";

const BBS = fixtureBackend("bbs");
const TODO = fixtureBackend("todo");

function plan(line: string, backend: Backend): Planned {
  return planChange(backend, changeOf(line), new Map());
}

/** The backend after a change. */
function after(line: string, backend: Backend): Backend {
  const planned = plan(line, backend);
  if (planned.kind !== "plan") throw new Error(JSON.stringify(planned));
  return applyEdits(backend, planned.edits());
}

describe("rows that are tied to many others", () => {
  test.each([
    ["add relation tags: many tags to articles", "bbs_article_tags ties bbs_articles to bbs_tags already."],
    ["add relation likes: many tags to articles", "There is a model bbs_article_likes already."],
    ["add relation related: many articles to articles", "Rows of bbs_articles on both sides need two names"],
    ["add relation title: many tags to articles", `IBbsArticle has a property "title" already.`],
    ["add relation Topics: many tags to articles", `"Topics" cannot name a field`],
    ["add relation topics: many tags to articles in invert", `bbs_articles has no DTO "invert".`],
    ["add relation topics: many tagz to articles", `Nothing here is called "tagz".`],
  ])("%s: %s", (line, reason) => {
    expect(plan(line, BBS)).toMatchObject({ reason: expect.stringContaining(reason) });
  });

  const EDITORS = "add relation editors: many members to articles";

  test("a table of its own ties them, once per pair, and goes with either row", () => {
    const table = readDatabase(after(EDITORS, BBS)).models.get("bbs_article_editors");
    expect(table?.stance).toBe("junction");
    const keys = table?.fields.filter(({ relation }) => relation !== null);
    expect(keys?.map(({ relation }) => relation?.onDelete)).toEqual(["Cascade", "Cascade"]);
    expect(table?.attributes.map(({ kind, fields }) => [kind, ...fields])).toEqual([
      ["unique", "bbs_article_id", "bbs_member_id"],
      ["index", "bbs_member_id"],
    ]);
  });

  test("ids are optional for callers, and looked up as their actor finds rows", () => {
    const { files } = after(EDITORS, BBS);
    expect(files.get("src/api/structures/IBbsArticle.ts")?.text).toContain(
      `editor_ids?: ((string & tags.Format<"uuid">)[] & tags.UniqueItems) | undefined;`,
    );
    for (const name of ["postBbsMemberArticles", "putBbsMemberArticlesArticleId"])
      expect(files.get(`src/providers/${name}.ts`)?.text).toMatch(
        /where: \{ id: \{ in: props\.body\.editor_ids \}, deleted_at: null \}/,
      );
  });

  test("without transformers, each operation that shows a row shows what it is tied to", () => {
    const { files } = after("add relation labels: many labels to lists", TODO);
    const text = files.get("src/providers/putTodoAppUserListsListId.ts")?.text ?? "";
    expect(text).toMatch(/deleteMany: \{\},\s+create: body\.label_ids\.map\(\(labelId\) => \(\{/);
    expect(text).toContain("labels: updated.list_labels.map((each) => ({");
    const owned = "id: { in: body.label_ids }, todo_app_user_id: user.id";
    expect(text).toContain(owned);
  });

  test("the same again is nothing to do", () => {
    expect(plan(EDITORS, after(EDITORS, BBS))).toMatchObject({ kind: "nothing-to-do" });
  });
});
