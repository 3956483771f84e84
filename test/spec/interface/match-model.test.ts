import { expect, test } from "@jest/globals";
import { modelMatcher } from "../../../src/spec/interface/match-model.js";

const match = modelMatcher([
  "app_articles",
  "app_article_comments",
  "app_categories",
  "app_guestuser",
  "mv_app_totals",
]);

test.each([
  ["IAppArticle", "app_articles"],
  ["IAppArticle.ISummary", "app_articles"],
  ["IAppArticleComment", "app_article_comments"],
  ["IAppArticleCommentator", "app_articles"],
  ["IPageIAppArticleComment.ISummary", "app_article_comments"],
  ["IEAppArticleSortBy", "app_articles"],
  ["IAppCategories", "app_categories"],
  ["IAppGuestUser", "app_guestuser"],
  ["IArticle", "app_articles"],
  ["IAppAppArticle.ICreate", "app_articles"],
  ["IAuthorizationToken", null],
  ["IPage.IPagination", null],
])("%s → %s", (dto, model) => {
  expect(match(dto)).toBe(model);
});
