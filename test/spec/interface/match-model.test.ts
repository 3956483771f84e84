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

const todo = modelMatcher(["todo_app_todos", "todo_app_users", "todo_app_todo_tags"]);

test.each([
  ["ITodoAppAuth.ILogin", null],
  ["ITodoAppTodo", "todo_app_todos"],
  ["ITodo.ICreate", "todo_app_todos"],
  ["ITodoTag", "todo_app_todo_tags"],
])("a prefix is no model: %s → %s", (dto, model) => {
  expect(todo(dto)).toBe(model);
});

const short = modelMatcher(["todo_todos", "todo_members", "todo_guests"]);

test.each([
  ["ITodoRole", null],
  ["ITodo", "todo_todos"],
  ["ITodoTodo.ISummary", "todo_todos"],
  ["IMember", "todo_members"],
])("not even where a model has its name: %s → %s", (dto, model) => {
  expect(short(dto)).toBe(model);
});
