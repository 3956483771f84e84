import { describe, expect, test } from "@jest/globals";
import { applyEdits } from "../../../src/source/apply-edits.js";
import { fixtureBackend } from "../../support/fixture-backend.js";
import { after, planned, said } from "../operation/support.js";

const bbs = fixtureBackend("bbs");
const todo = fixtureBackend("todo");

describe("a relation that is never empty", () => {
  test.each([
    [
      "add relation reviewer: member to articles",
      "add relation reviewer: member? to articles",
      "add relation reviewer: member to articles filled from author",
    ],
    [
      "add relation twin: articles to articles",
      "Rows of bbs_articles that stand would lead nowhere, and no relation of theirs leads to a row of bbs_articles that could be meant.",
      "Let it be empty: add relation twin: articles? to articles.",
    ],
    [
      "add relation reviewer: member to articles filled from auther",
      'bbs_articles has no relation "auther".',
      "Did you mean author? It can be filled from: author.",
    ],
    [
      "add relation reviewer: member to articles filled from category",
      "bbs_articles.category leads to bbs_categories, not to bbs_members.",
      "It can be filled from: author.",
    ],
    [
      "add relation reviewer: member to articles filled from author on delete set null",
      "bbs_articles.reviewer could not be set to null when its row is deleted: it is required.",
      "Let it be empty: add relation reviewer: member? to articles on delete set null.",
    ],
  ])("%s", (line, ...expected) => {
    expect(said(bbs, line)).toEqual(expected);
  });

  const REVIEWER = "add relation reviewer: member to articles filled from author";

  test("has its rows filled by the migration", () => {
    const ending = planned(bbs, REVIEWER);
    if (ending.kind !== "plan") throw new Error(ending.kind);
    expect(ending.plan.backfills).toEqual([
      {
        model: "bbs_articles",
        field: "reviewer_id",
        value: { kind: "field", field: "bbs_member_id" },
      },
    ]);
    expect(said(applyEdits(bbs, ending.edits()), REVIEWER)).toEqual([
      "bbs_articles has that relation already.",
    ]);
  });

  test("leads where a caller says, else where the other one leads", () => {
    expect(after(bbs, REVIEWER, "src/collectors/BbsArticleCollector.ts")).toContain(
      "reviewer: { connect: { id: props.body.reviewer_id ?? props.bbsMembers.id } },",
    );
    const dto = after(bbs, REVIEWER, "src/api/structures/IBbsArticle.ts");
    expect(dto).toContain("reviewer: IBbsMember.ISummary;");
    expect(dto).toContain('reviewer_id?: (string & tags.Format<"uuid">) | undefined;');
    const transformer = after(bbs, REVIEWER, "src/transformers/BbsArticleTransformer.ts");
    expect(transformer).toContain("reviewer: await BbsMemberAtSummaryTransformer.transform(input.reviewer),");
  });

  test("is written as the other one is", () => {
    const line = "add relation keeper: user to lists filled from user";
    expect(after(todo, line, "src/providers/postTodoAppUserLists.ts")).toContain(
      "keeper_id: body.keeper_id ?? user.id,",
    );
    expect(after(todo, line, "prisma/schema/schema-02-lists.prisma")).toContain("keeper_id String ");
  });
});
