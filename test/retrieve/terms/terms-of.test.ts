import { expect, test } from "@jest/globals";
import { termsOf } from "../../../src/retrieve/terms/terms-of.js";

test.each<[string, readonly string[]]>([
  ["articleComments", ["article", "comment"]],
  ["shop_article_snapshots", ["shop", "article", "snapshot"]],
  ["HTTPStatusCodes", ["http", "status", "code"]],
  ["PUT /shop/member/articles/{articleId}", ["put", "shop", "member", "article", "article", "id"]],
  ["src/providers/todoLists", ["src", "provider", "todo", "list"]],
  ["read-only e-mails", ["read", "readonly", "e", "mail", "email"]],
  ["the member's categories", ["member", "category"]],
  ["WHEN the system SHALL do it", []],
  ["Größen ändern", ["größen", "ändern"]],
  ["", []],
])("%j is looked up by its words", (text, terms) => {
  expect(termsOf(text)).toEqual(terms);
});
