import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "@jest/globals";
import { removeFromDocuments } from "../../../src/generate/documents/remove-from-documents.js";
import type { Backend } from "../../../src/source/backend.js";
import { makeBackend } from "../../../src/source/make-backend.js";
import { readDatabase } from "../../../src/spec/database/read-database.js";

const ROOT = join("fixtures", "backends", "bbs");
const CASE = join("fixtures", "cases", "remove", "bbs-comments", "impact");

const backend = readFixture();
const path = "/bbs/articles/{articleId}/comments";
const member = "/bbs/member/articles/{articleId}/comments";
const result = removeFromDocuments(backend, readDatabase(backend), {
  words: [["article", "comment"], ["comment"], ["article", "comment", "file"], ["comment", "file"]],
  removed: {
    models: ["bbs_article_comments", "bbs_article_comment_files"],
    fields: [
      "bbs_members.comments",
      "bbs_articles.comments",
      "bbs_notifications.comment",
      "bbs_notifications.bbs_article_comment_id",
    ],
    dtos: [
      ...["", ".ICreate", ".IUpdate", ".IRequest", ".ISummary", ".IInvert"].map(
        (s) => `IBbsArticleComment${s}`,
      ),
      ...["", ".ICreate", ".IRequest"].map((s) => `IBbsArticleCommentFile${s}`),
      "IPageIBbsArticleComment.ISummary",
      "IPageIBbsArticleComment.IInvert",
      "IPageIBbsArticleCommentFile",
    ],
    properties: [
      "IBbsArticle.comments",
      "IBbsArticle.comments_count",
      "IBbsArticle.ICreate.opening_comment",
      "IBbsArticle.IRequest.has_comments",
      "IBbsArticle.ISummary.comments_count",
      "IBbsDashboard.comments_count",
      "IBbsMember.comments_count",
      "IBbsMember.IStatistics.comments",
      "IBbsNotification.comment",
      "IBbsNotification.ICreate.bbs_article_comment_id",
      "IBbsNotification.ISummary.bbs_article_comment_id",
    ],
    operations: [
      `PATCH ${path}`,
      `GET ${path}/{commentId}`,
      `PATCH ${path}/{commentId}/files`,
      `POST ${member}`,
      `PUT ${member}/{commentId}`,
      `DELETE ${member}/{commentId}`,
      `POST ${member}/{commentId}/files`,
      `DELETE ${member}/{commentId}/files/{fileId}`,
      "DELETE /bbs/admin/articles/{articleId}/comments/{commentId}",
      "PATCH /bbs/members/{memberId}/comments",
    ],
  },
});
const after = (name: string): string => result.edits.find((edit) => edit.path === name)?.after ?? "";

test("edits the documents that the hand-made impact names, and says why", () => {
  const expected = readFileSync(CASE, "utf8")
    .split("\n")
    .filter((line) => /^M (docs|packages)\//.test(line))
    .map((line) => line.slice(2));
  expect(result.edits.map((edit) => edit.path).sort()).toEqual(expected.sort());
  expect([...result.reasons.keys()].sort()).toEqual(expected.sort());
});

test("takes whole sections and leaves everything else to the byte", () => {
  const before = backend.files.get("docs/analysis/03-functional-requirements.md")?.text ?? "";
  expect(after("docs/analysis/03-functional-requirements.md")).toBe(
    before.slice(0, before.indexOf("\n## Comments\n")),
  );
  const moderation = after("docs/analysis/05-administration-and-moderation.md");
  expect(moderation).toContain("status 409.\n\n## Commendations\n");
});

test("lists what mixes comments with other things, but no trap", () => {
  const found = result.notices.map((notice) => `${notice.path.slice(14, 16)}:${notice.line}`);
  expect(found).toEqual(["01:11", "01:18", "03:28", "04:11", "04:18", "05:6", "05:15", "05:20", "07:14"]);
  expect(result.notices.every((notice) => notice.kind === "mixed-requirement")).toBe(true);
  expect(result.notices[2]?.text).toMatch(/^WHEN the author erases an article, .* from everybody\.$/);
});

test("keeps the entity-relationship document in step", () => {
  const text = after("docs/ERD.md");
  expect(text).not.toMatch(/bbs_article_comment_|bbs_article_comments|\(#comments\)/);
  expect(text).toContain('"bbs_article_commentators" {');
  expect(text).toContain("- [Articles](#articles)\n- [Engagements](#engagements)\n");
  expect(text).toContain(" : article\n```\n");
});

test("keeps the API's description in step", () => {
  const api = JSON.parse(after("packages/api/swagger.json")) as {
    paths: Record<string, object>;
    components: { schemas: Record<string, { properties?: object; required?: string[] }> };
  };
  expect(Object.keys(api.paths).filter((each) => each.includes("comments"))).toEqual([]);
  const schemas = Object.keys(api.components.schemas);
  expect(schemas.filter((name) => /Comment(?!ator)/.test(name))).toEqual([]);
  expect(schemas).toContain("IBbsArticleCommentator.ISummary");
  const references = after("packages/api/swagger.json").matchAll(/"#\/components\/schemas\/([^"]+)"/g);
  for (const [, name] of references) expect(schemas).toContain(name);
  const article = api.components.schemas["IBbsArticle"];
  expect(Object.keys(article?.properties ?? {})).toContain("comment_policy");
  expect(article?.required).not.toContain("comments_count");
});

function readFixture(): Backend {
  const files = readdirSync(ROOT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|json|md|prisma)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes("node_modules"));
  return makeBackend(
    "bbs",
    files.map((file) => [relative(ROOT, file).replaceAll("\\", "/"), readFileSync(file, "utf8")] as const),
  );
}
