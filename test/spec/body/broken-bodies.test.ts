import { expect, test } from "@jest/globals";
import { makeBackend } from "../../../src/source/make-backend.js";
import { checkBody } from "../../../src/spec/body/rules/check-body.js";
import { fixtureBodies } from "./fixture-bodies.js";
import { fixtureBackend } from "../../support/fixture-backend.js";

const BBS = fixtureBackend("bbs");

/** A file of the fixture, a change of its text, and what is said of it. */
interface Broken {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly expected: string;
  readonly candidate: string | null;
}

const PROVIDER = "src/providers/postBbsMemberArticlesArticleIdLikes.ts";
const UPDATE = "src/providers/putBbsMemberArticlesArticleId.ts";
const COLLECTOR = "src/collectors/BbsArticleCommentCollector.ts";
const TRANSFORMER = "src/transformers/BbsMemberTransformer.ts";

function broken(
  file: string,
  from: string,
  to: string,
  expected: string,
  candidate: string | null = null,
): Broken {
  return { file, from, to, expected, candidate };
}

const BROKEN: readonly Broken[] = [
  broken(
    PROVIDER,
    "prisma.bbs_articles.findFirstOrThrow",
    "prisma.bbs_article.findFirstOrThrow",
    "a model that exists",
    "bbs_articles",
  ),
  broken(
    PROVIDER,
    "{ id: props.articleId, deleted_at: null }",
    "{ id: props.articleId, deleted: null }",
    "a member of bbs_articles that exists",
    "deleted_at",
  ),
  broken(PROVIDER, "props.articleId", "props.article", "a member of props that exists", "props.articleId"),
  broken(
    PROVIDER,
    "select: { id: true, bbs_member_id: true }",
    "select: { id: true, member_id: true }",
    "a member of bbs_articles that exists",
    "bbs_member_id",
  ),
  broken(
    PROVIDER,
    "article: { connect: { id: article.id } },\n      member",
    "artcle: { connect: { id: article.id } },\n      member",
    "a relation that holds a foreign key of bbs_article_likes that exists",
    "article",
  ),
  broken(PROVIDER, "id: v4(),", "", "a mapping for id", "id"),
  broken(PROVIDER, "id: v4(),", "id: v4(), id: v4(),", "a member that is not filled yet"),
  broken(PROVIDER, "id: v4(),", "id: 1,", "string", "string"),
  broken(
    PROVIDER,
    "id: v4(),",
    "id: v4(), article_id: { connect: { id: article.id } },",
    "a relation that holds a foreign key of bbs_article_likes that exists",
    "article",
  ),
  broken(
    PROVIDER,
    "article: { connect: { id: article.id } },",
    "article: article.id,",
    "belongsTo or computed",
    "belongsTo",
  ),
  broken(
    PROVIDER,
    "...BbsArticleLikeTransformer.select()",
    "...BbsArticleLikesTransformer.select()",
    "a transformer that exists",
    "BbsArticleLikeTransformer",
  ),
  broken(PROVIDER, 'already.", 409)', 'already.", 200)', "a status from 400 to 599", "400"),
  broken(
    PROVIDER,
    "return await BbsArticleLikeTransformer.transform(record);",
    "",
    "answer or transformed or page or return",
    "answer",
  ),
  broken(
    UPDATE,
    "props.body.title ??",
    "props.body.titel ??",
    "a property of IBbsArticle.IUpdate that exists",
    "props.body.title",
  ),
  broken(
    UPDATE,
    "where: { id: article.id },",
    "where: { bbs_member_id: props.member.id },",
    "at least one condition over id",
    "id",
  ),
  broken(
    COLLECTOR,
    "body: props.body.body,",
    "body: props.body.text,",
    "a property of IBbsArticleComment.ICreate that exists",
    "props.body.body",
  ),
  broken(
    COLLECTOR,
    "BbsArticleCommentFileCollector.collect",
    "BbsArticleCommentFilesCollector.collect",
    "a collector that exists",
    "BbsArticleCommentFileCollector",
  ),
  broken(TRANSFORMER, "nickname: true,", "nick: true,", "a member of bbs_members that exists", null),
  broken(
    TRANSFORMER,
    "select: { comments: { where",
    "select: { comment: { where",
    "a relation of bbs_members that exists",
    "comments",
  ),
  broken(
    TRANSFORMER,
    "introduction: input.introduction,",
    "",
    "a projection for introduction",
    "introduction",
  ),
  broken(
    TRANSFORMER,
    "nickname: input.nickname,",
    "nick: input.nickname, nickname: input.nickname,",
    "a property of IBbsMember that exists",
    "nickname",
  ),
  broken(
    "src/providers/deleteBbsAdminArticlesArticleId.ts",
    "await MyGlobal.prisma.$transaction([",
    "await MyGlobal.prisma.$transaction(async (tx) => { await tx.$transaction([",
    "queries",
  ),
];

test.each(BROKEN)("$file: $to", ({ file, from, to, expected, candidate }) => {
  const text = BBS.files.get(file)?.text ?? "";
  expect(text).toContain(from);
  const nested = to.includes("tx.$transaction");
  const changed = nested
    ? text
        .replace(from, to)
        .replace(/\]\);\s*\}\s*$/, "]); });\n}\n")
        .replace(/MyGlobal\.prisma\.bbs/g, "tx.bbs")
    : text.replace(from, to);
  const files = [...BBS.files.values()].flatMap(({ path, text: old }): [string, string][] =>
    path === file
      ? [[path, changed]]
      : old === null || /^src\/(collectors|transformers|providers)\//.test(path)
        ? []
        : [[path, old]],
  );
  const found = fixtureBodies(makeBackend("broken", files)).flatMap(({ statements, scope }) =>
    checkBody(statements, scope),
  );
  const said = found.find((each) => each.expected === expected);
  expect({ said: said?.expected, found }).toEqual({ said: expected, found });
  if (candidate !== null) expect(said?.candidates[0]).toBe(candidate);
  expect(said?.advice).toMatch(/\w/);
});
