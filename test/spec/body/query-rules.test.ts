import { expect, test } from "@jest/globals";
import { checkBody } from "../../../src/spec/body/rules/check-body.js";
import type { Scope } from "../../../src/spec/body/scope.js";
import { readSpec } from "../../../src/spec/spec.js";
import { CLOSE } from "../../phases/realize/right-bodies.js";
import { fixtureBackend } from "../../support/fixture-backend.js";

const { database, api } = readSpec(fixtureBackend("bbs"));

const SCOPE: Scope = {
  body: "operation",
  models: database.models,
  dtos: api.dtos,
  inputs: new Map([["props", "object"]]),
  names: ["props", "BbsArticleTransformer", "BbsTagTransformer", "HttpException"],
  response: "IBbsArticle",
};

/** What is said of a body in which some text of its JSON is another one. */
function said(from: string, to: string) {
  const json = JSON.stringify(CLOSE);
  if (!json.includes(from)) throw new Error(`The body does not say ${from}`);
  const { statements } = JSON.parse(json.replace(from, to)) as typeof CLOSE;
  return checkBody(statements, SCOPE).map(({ path, candidates }) => [path, candidates[0] ?? null]);
}

test("a body that is right is not complained of", () => {
  expect(checkBody(CLOSE.statements, SCOPE)).toEqual([]);
});

test("a query over another model is told at its model as well", () => {
  expect(
    said('"kind":"find","model":"bbs_articles"', '"kind":"find","model":"bbs_article_tags"'),
  ).toContainEqual(["$.statements[0].query.model", "bbs_articles"]);
});

test("what was not selected is told where it is used and where it was to be selected", () => {
  const wrong = said('{"kind":"column","name":"bbs_member_id"}', '{"kind":"column","name":"title"}');
  expect(wrong).toContainEqual(["$.statements[1].condition.left.from", "article.id"]);
  expect(wrong).toContainEqual(["$.statements[0].query.shape.selections", null]);
});

test("a row is not read for one transformer and given to another", () => {
  expect(
    said(
      '"transformed","transformer":"BbsArticleTransformer"',
      '"transformed","transformer":"BbsTagTransformer"',
    ),
  ).toEqual([
    ["$.statements[3].transformer", "BbsArticleTransformer"],
    ["$.statements[2].query.shape.transformer", "BbsTagTransformer"],
  ]);
});

test("any row is none that is meant", () => {
  const where = JSON.stringify(
    (CLOSE.statements[0] as { readonly query: { readonly where: unknown } }).query.where,
  );
  expect(said(`"where":${where}`, '"where":null')).toEqual([["$.statements[0].query.where", null]]);
});

test("a selected column that nobody uses may be meant to be one that was not selected", () => {
  expect(said('{"kind":"column","name":"id"}', '{"kind":"column","name":"title"}')).toContainEqual([
    "$.statements[0].query.shape.selections[0].name",
    "id",
  ]);
});
