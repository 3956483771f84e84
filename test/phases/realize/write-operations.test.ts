import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { writeOperations } from "../../../src/phases/realize/write-operations.js";
import type { BodyStatement } from "../../../src/spec/body/body.js";
import type { Backend } from "../../../src/source/backend.js";
import type { FixtureName } from "../../support/fixture-backend.js";
import { openCompiler } from "../../support/open-compiler.js";
import { answeringPorts, firstFindings } from "../answering-ports.js";
import { spoilt } from "../spoilt.js";
import { CLEAR, CLOSE, path } from "./right-bodies.js";
import { stubBackend } from "./stub-backend.js";
import { STUB_BEHAVIOURS, STUB_LINES } from "./stubs.js";

const RIGHT = { bbs: CLOSE, todo: CLEAR };

const PROMISE: readonly BodyStatement[] = [
  ...CLOSE.statements.slice(0, 3),
  {
    kind: "let",
    constant: true,
    name: "answer",
    type: null,
    value: {
      kind: "call",
      callee: path("BbsArticleTransformer.transform"),
      types: [],
      args: [path("closed")],
      optional: false,
    },
  },
  {
    kind: "guard",
    condition: path("answer.title.length"),
    status: 400,
    message: { kind: "string", value: "" },
  },
  { kind: "return", value: path("answer") },
];

const DATA = "$input.statements[2].query.data.mappings";

/** Wrong answers, with the place of what is said of them and a word of it. */
const WRONG: readonly (readonly [string, FixtureName, unknown, string, string])[] = [
  [
    "a column that is not there, in a condition",
    "bbs",
    spoilt(
      RIGHT.bbs,
      '"name":"id","value":{"kind":"path","from":"props.articleId"',
      '"name":"article_id","value":{"kind":"path","from":"props.articleId"',
    ),
    "$input.statements[0].query.where.members[0].name",
    "id",
  ],
  [
    "a column that is not there, in what is written",
    "bbs",
    spoilt(RIGHT.bbs, '"member":"comment_policy"', '"member":"policy"'),
    `${DATA}[0].member`,
    "comment_policy",
  ],
  [
    "an input that is not there",
    "bbs",
    spoilt(RIGHT.bbs, "props.articleId", "props.article.id"),
    "$input.statements[0].query.where.members[0].value.from",
    "props.articleId",
  ],
  [
    "a column that was not selected",
    "bbs",
    spoilt(RIGHT.bbs, "article.bbs_member_id", "article.created_at"),
    "$input.statements[1].condition.left.from",
    "article.bbs_member_id",
  ],
  [
    "a value of another type",
    "bbs",
    spoilt(
      RIGHT.bbs,
      '{"kind":"constant","member":"comment_policy","value":{"kind":"string","value":"closed"}}',
      '{"kind":"computed","member":"comment_policy","value":{"kind":"number","value":1}}',
    ),
    `${DATA}[0]`,
    "number",
  ],
  [
    "a promise that nobody awaits",
    "bbs",
    { statements: PROMISE },
    "$input.statements[4].condition",
    "awaited",
  ],
  [
    "a transformer of other rows",
    "bbs",
    spoilt(
      RIGHT.bbs,
      '{"kind":"transformed","transformer":"BbsArticleTransformer"',
      '{"kind":"transformed","transformer":"BbsTagTransformer"',
    ),
    "$input.statements[3].transformer",
    "BbsArticleTransformer",
  ],
  [
    "a property that the answer has not",
    "todo",
    spoilt(RIGHT.todo, '"property":"color"', '"property":"colour"'),
    "$input.statements[3].projections[2].property",
    "color",
  ],
  [
    "code that reads the environment",
    "bbs",
    spoilt(
      RIGHT.bbs,
      '{"kind":"constant","member":"comment_policy","value":{"kind":"string","value":"closed"}}',
      '{"kind":"computed","member":"comment_policy","value":{"kind":"raw","code":"process.env.KEY ?? \\"\\""}}',
    ),
    `${DATA}[0].value`,
    "process",
  ],
  [
    "a kind that operations have not",
    "todo",
    spoilt(RIGHT.todo, '{"kind":"number","value":0}', '{"kind":"randomBoolean"}'),
    "$input.statements[3].projections[3].value.kind",
    "number",
  ],
];

describe.each(["bbs", "todo"] as const)("an operation of %s that is not written yet", (name) => {
  let base: Backend;
  let compiler: Awaited<ReturnType<typeof openCompiler>>;
  beforeAll(async () => {
    base = await stubBackend(name, STUB_LINES[name]);
    compiler = await openCompiler(base);
  });
  afterAll(async () => {
    await compiler.close();
  });

  test("is written, and compiles", async () => {
    const ports = answeringPorts([RIGHT[name]], compiler.compile);
    const written = await writeOperations(base, [STUB_BEHAVIOURS[name]], ports);
    expect(firstFindings(ports)).toEqual([]);
    if (!written.ok) throw new Error(JSON.stringify(written.why));
    const [only] = written.value;
    expect(only?.step).toMatchObject({ way: "model", layer: "realize", action: "edit" });
    expect(only?.edit.after).not.toContain("501");
    expect(ports.asked[0]?.messages.at(-1)?.text).toContain(
      'as the function takes it:\n<<<\n{"statements":[',
    );
    expect(only?.edit.after).toMatch(
      name === "bbs" ? /BbsArticleTransformer\.transform\(closed\)/ : /todos_count: 0/,
    );
  });

  test.each(WRONG.filter(([, of]) => of === name))(
    "%s is told where it stands",
    async (_, __, wrong, place, word) => {
      const ports = answeringPorts([wrong, RIGHT[name]], compiler.compile);
      const written = await writeOperations(base, [STUB_BEHAVIOURS[name]], ports);
      expect(written.ok).toBe(true);
      const findings = firstFindings(ports);
      expect(findings.map((each) => each.path)).toContain(place);
      expect(JSON.stringify(findings.filter((each) => each.path === place))).toContain(word);
    },
  );
});
