import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { writeTests } from "../../../src/phases/test/write-tests.js";
import type { Backend } from "../../../src/source/backend.js";
import type { FixtureName } from "../../support/fixture-backend.js";
import { openCompiler } from "../../support/open-compiler.js";
import { answeringPorts, firstFindings } from "../answering-ports.js";
import { spoilt } from "../spoilt.js";
import { stubBackend } from "../realize/stub-backend.js";
import { STUB_BEHAVIOURS, STUB_LINES } from "../realize/stubs.js";
import { CLEAR_TEST, CLOSE_TEST } from "./right-tests.js";

const RIGHT = { bbs: CLOSE_TEST, todo: CLEAR_TEST };

const PATHS = {
  bbs: "test/features/api/article/test_api_article_close.ts",
  todo: "test/features/api/labels/test_api_label_clear.ts",
};

/** Wrong answers, with the place of what is said of them and a word of it. */
const WRONG: readonly (readonly [string, FixtureName, unknown, string, string])[] = [
  [
    "a function that the API has not",
    "bbs",
    spoilt(RIGHT.bbs, "bbs.member.articles.close", "bbs.member.articles.shut"),
    "$input.act[0].accessor",
    "bbs.member.articles.close",
  ],
  [
    "a helper that is not there",
    "bbs",
    spoilt(RIGHT.bbs, "generate_random_bbs_article", "generate_bbs_article"),
    "$input.arrange[5].helper",
    "generate_random_bbs_article",
  ],
  [
    "a path parameter that is not there",
    "bbs",
    spoilt(RIGHT.bbs, '"name":"articleId"', '"name":"id"'),
    "$input.act[0].props.members[0].name",
    "articleId",
  ],
  [
    "a test of something else",
    "bbs",
    { ...CLOSE_TEST, act: CLOSE_TEST.arrange.slice(4, 5), assert: CLOSE_TEST.arrange.slice(5, 6) },
    "$input.act",
    "bbs.member.articles.close",
  ],
  [
    "a property that the answer has not",
    "bbs",
    spoilt(RIGHT.bbs, "closed.comment_policy", "closed.policy"),
    "$input.assert[0].value.left.from",
    "does not exist",
  ],
  [
    "a body of another type",
    "todo",
    spoilt(RIGHT.todo, '{"kind":"string","value":"ff8800"}', '{"kind":"number","value":8}'),
    "$input.arrange[1].props.members[0].value.members[1]",
    "not assignable",
  ],
  [
    "code that asks another host",
    "bbs",
    spoilt(
      RIGHT.bbs,
      '"right":{"kind":"string","value":"closed"}',
      '"right":{"kind":"raw","code":"(await fetch(\'https://example.com\')).statusText"}',
    ),
    "$input.assert[0].value.right",
    "fetch",
  ],
  [
    "a refusal that nobody awaits",
    "todo",
    spoilt(RIGHT.todo, '"async":true', '"async":false'),
    "$input.assert[1].value.value.routine.async",
    "true",
  ],
];

describe.each(["bbs", "todo"] as const)("a test of a new operation of %s", (name) => {
  let base: Backend;
  let compiler: Awaited<ReturnType<typeof openCompiler>>;
  beforeAll(async () => {
    base = await stubBackend(name, STUB_LINES[name]);
    compiler = await openCompiler(base);
  });
  afterAll(async () => {
    await compiler.close();
  });

  test("is written where its like are, and compiles", async () => {
    const ports = answeringPorts([RIGHT[name]], compiler.compile);
    const written = await writeTests(base, [STUB_BEHAVIOURS[name]], ports);
    expect(firstFindings(ports)).toEqual([]);
    if (!written.ok) throw new Error(JSON.stringify(written.why));
    expect(written.value[0]?.edit.path).toBe(PATHS[name]);
    expect(written.value[0]?.step).toMatchObject({ way: "model", layer: "test", action: "create" });
  });

  test.each(WRONG.filter(([, of]) => of === name))(
    "%s is told where it stands",
    async (_, __, wrong, place, word) => {
      const ports = answeringPorts([wrong, RIGHT[name]], compiler.compile);
      const written = await writeTests(base, [STUB_BEHAVIOURS[name]], ports);
      const findings = firstFindings(ports);
      expect(findings.map((each) => each.path)).toContain(place);
      expect(JSON.stringify(findings.filter((each) => each.path === place))).toContain(word);
      expect(written.ok).toBe(true);
    },
  );
});
