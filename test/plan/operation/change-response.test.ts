import { describe, expect, test } from "@jest/globals";
import { applyEdits } from "../../../src/source/apply-edits.js";
import { makeBackend } from "../../../src/source/make-backend.js";
import { fixtureBackend } from "../../support/fixture-backend.js";
import { after, planned, said } from "./support.js";

const bbs = fixtureBackend("bbs");
const todo = fixtureBackend("todo");

/** The fixture with some text in another way. */
function bbsWith(path: string, from: string, to: string): typeof bbs {
  return makeBackend(
    "bbs",
    [...bbs.files.values()].flatMap((file) =>
      file.text === null ? [] : [[file.path, file.path === path ? file.text.replace(from, to) : file.text]],
    ),
  );
}

describe("what an operation answers with", () => {
  test.each([
    [
      "change response of PUT /bbs/admin/tgs/{tagId} to summary",
      "There is no operation PUT /bbs/admin/tgs/{tagId}.",
      "POST /bbs/admin/tags",
    ],
    [
      "change response of GET /bbs/articles/{articleId} to whole",
      "GET /bbs/articles/{articleId} answers with IBbsArticle already.",
    ],
    ["change response of PATCH /bbs/articles to page", "PATCH /bbs/articles answers with pages already."],
    [
      "change response of PATCH /bbs/articles/{articleId}/files to summary",
      "Nothing here is called IBbsArticleFile.ISummary, so nothing says what PATCH /bbs/articles/{articleId}/files would show.",
      "Write that type first; it is there once rows are listed as summaries.",
    ],
    [
      "change response of GET /bbs/members/{memberId}/statistics to whole",
      "src/controllers/bbs/members/statistics/BbsMembersStatisticsController.ts answers GET /bbs/members/{memberId}/statistics with IBbsMember.IStatistics, which is neither a row nor its summary.",
      "Name an operation that shows a row or lists rows.",
    ],
    [
      "change response of POST /bbs/auth/member/join to whole",
      "POST /bbs/auth/member/join is part of how actors sign in.",
      "Leave its answer as it is.",
    ],
    [
      "change response of DELETE /bbs/admin/tags/{tagId} to summary",
      "DELETE /bbs/admin/tags/{tagId} answers with nothing.",
      "Name an operation that shows rows.",
    ],
  ])("%s", (line, ...expected) => {
    expect(said(bbs, line)).toEqual(expected);
  });

  const ARTICLE = "change response of PUT /bbs/member/articles/{articleId} to summary";

  test("is left to the other transformer", () => {
    const text = after(bbs, ARTICLE, "src/providers/putBbsMemberArticlesArticleId.ts");
    expect(text).toContain("}): Promise<IBbsArticle.ISummary> {");
    expect(text).toContain("...BbsArticleAtSummaryTransformer.select(), });");
    expect(text).toContain("return await BbsArticleAtSummaryTransformer.transform(updated);");
    expect(text).not.toContain("BbsArticleTransformer.");
  });

  test("is checked no further than it goes", () => {
    const text = after(bbs, ARTICLE, "test/features/api/article/test_api_article_update.ts");
    expect(text).toContain("updated.title");
    expect(text).not.toContain("updated.body");
  });

  test("is handed on by helpers as what it is", () => {
    const line = "change response of POST /bbs/member/articles to summary";
    const text = after(bbs, line, "test/generate/generate_random_bbs_article.ts");
    expect(text).toContain("): Promise<IBbsArticle.ISummary> {");
  });

  test("has a page of its own", () => {
    const line = "change response of PATCH /bbs/categories to whole";
    expect(after(bbs, line, "src/api/structures/IPageIBbsCategory.ts")).toContain("data: IBbsCategory[];");
    const text = after(bbs, line, "src/providers/patchBbsCategories.ts");
    expect(text).toContain("data, BbsCategoryTransformer.transform,");
    expect(text).toContain("} satisfies IPageIBbsCategory;");
  });

  test("is what is left of it where members are shown one by one", () => {
    const line = "change response of PUT /todoApp/user/lists/{listId} to summary";
    const text = after(todo, line, "src/providers/putTodoAppUserListsListId.ts");
    expect(text).toContain("include: { _count: { select: { todos: true } }, }, }); return {");
    expect(text).toContain("todos_count: updated._count.todos,");
    expect(text).not.toContain("owner:");
  });

  test("is made as others make it where more is shown", () => {
    const line = "change response of PATCH /todoApp/user/lists to whole";
    const text = after(todo, line, "src/providers/patchTodoAppUserLists.ts");
    expect(text).toContain("include: { user: { select: { id: true, nickname: true } },");
    expect(text).toContain("owner: { id: row.user.id as");
  });

  test("stays where a body reads what the summary has not", () => {
    const path = "src/providers/putBbsMemberArticlesArticleId.ts";
    const odd = bbsWith(
      path,
      "return await BbsArticleTransformer",
      "if (updated.body === title) throw new Error();\n  return await BbsArticleTransformer",
    );
    expect(said(odd, ARTICLE)[0]).toBe(
      `${path}:69 does not say how IBbsArticle.ISummary is made of a row: updated.body`,
    );
  });

  test("stays where another function needs it", () => {
    const odd = bbsWith(
      "src/providers/getBbsAdminDashboard.ts",
      "  return {",
      "  await putBbsMemberArticlesArticleId(props as never);\n  return {",
    );
    expect(said(odd, ARTICLE)[0]).toMatch(
      /^src\/providers\/getBbsAdminDashboard\.ts:\d+ calls putBbsMemberArticlesArticleId, too, and may need all/,
    );
  });

  test("is so already for a second run", () => {
    const ending = planned(bbs, ARTICLE);
    if (ending.kind !== "plan") throw new Error(ending.kind);
    expect(said(applyEdits(bbs, ending.edits()), ARTICLE)).toEqual([
      "PUT /bbs/member/articles/{articleId} answers with IBbsArticle.ISummary already.",
    ]);
  });
});
