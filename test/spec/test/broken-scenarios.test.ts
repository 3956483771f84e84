import { expect, test } from "@jest/globals";
import { createSource } from "../../../src/source/parse-typescript.js";
import { writtenFunctions } from "../../../src/spec/body/written-functions.js";
import { readSpec } from "../../../src/spec/spec.js";
import { readScenario } from "../../../src/spec/test/read-scenario.js";
import { checkScenario } from "../../../src/spec/test/rules/check-scenario.js";
import { byAccessor } from "../../../src/spec/test/test-scope.js";
import { fixtureBackend } from "../../support/fixture-backend.js";

const operations = byAccessor(readSpec(fixtureBackend("bbs")).api.operations.values());

const RIGHT = `export async function test_api_article_at(connection: api.IConnection): Promise<void> {
  const reader: api.IConnection = { host: connection.host };
  const member = await authorize_bbs_member_join(reader);
  const article = await api.functional.bbs.articles.at(reader, { articleId: member.id });
  typia.assert(article);
  TestValidator.equals("id", article.id, member.id);
  await TestValidator.error("none", async () => {
    await api.functional.bbs.articles.at(reader, { articleId: article.id });
  });
}
`;

/** A change of the test, and where what is said of it. */
const BROKEN: readonly (readonly [from: string, to: string, path: string, candidate: string | null])[] = [
  [
    "bbs.articles.at(reader, { articleId: member",
    "bbs.article.at(reader, { articleId: member",
    "$.act[0].accessor",
    "bbs.articles.at",
  ],
  ["{ articleId: member.id }", "{ article: member.id }", "$.act[0].props.members[0].name", "articleId"],
  [", { articleId: member.id }", "", "$.act[0].props", "articleId"],
  ["authorize_bbs_member_join", "authorize_bbs_member", "$.arrange[1].helper", "authorize_bbs_member_join"],
  ["await TestValidator.error", "TestValidator.error", "$.assert[1].value", "await"],
  [
    "bbs.articles.at(reader, { articleId: member",
    "bbs.articles.at(writer, { articleId: member",
    "$.act[0].connection.name",
    "reader",
  ],
];

function checked(code: string) {
  const [written] = writtenFunctions(createSource("test.ts", code).statements);
  const scenario = written === undefined ? null : readScenario(written);
  if (scenario === null) throw new Error("no scenario");
  const names = ["api", "typia", "TestValidator", "authorize_bbs_member_join"];
  return checkScenario(scenario, { operations, helpers: ["authorize_bbs_member_join"], names });
}

test("what is right breaks nothing", () => {
  expect(checked(RIGHT)).toEqual([]);
});

test.each(BROKEN)("%s → %s", (from, to, path, candidate) => {
  const found = checked(RIGHT.replace(from, to)).find((each) => each.path === path);
  expect(found?.candidates[0]).toBe(candidate);
});

test("a test says what has to hold", () => {
  const code = RIGHT.replace(/ {2}typia[^]*$/, "}\n");
  expect(checked(code)).toEqual([expect.objectContaining({ path: "$.assert", expected: "an assertion" })]);
});
