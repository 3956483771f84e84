import type { Expression } from "../../../src/spec/expression/expression.js";
import type { TestAnswer } from "../../../src/phases/test/test-answer.js";
import type { TestStatement } from "../../../src/spec/test/scenario.js";
import { object, path, text } from "../realize/right-bodies.js";

function join(name: string, helper: string): readonly TestStatement[] {
  return [
    { kind: "connection", name, like: "connection" },
    { kind: "helper", result: null, type: null, helper, connection: path(name), props: null },
  ];
}

function made(result: string, helper: string, connection: string, props: Expression): TestStatement {
  return { kind: "helper", result, type: null, helper, connection: path(connection), props };
}

function call(
  result: string | null,
  accessor: string,
  connection: string,
  props: Readonly<Record<string, Expression>>,
): Extract<TestStatement, { kind: "apiCall" }> {
  return {
    kind: "apiCall",
    result,
    type: null,
    accessor,
    connection: path(connection),
    props: object(props),
  };
}

function equal(title: string, left: string, right: Expression): TestStatement {
  return { kind: "expression", value: { kind: "equal", title: text(title), left: path(left), right } };
}

function refused(
  title: string,
  status: number,
  of: Extract<TestStatement, { kind: "apiCall" }>,
): TestStatement {
  return {
    kind: "expression",
    value: {
      kind: "await",
      value: {
        kind: "httpError",
        title: text(title),
        status: { kind: "number", value: status },
        routine: { kind: "routine", async: true, parameters: [], returns: null, statements: [of] },
      },
    },
  };
}

const CLOSE = "bbs.member.articles.close";

/** An article is closed by its author alone; one with helpers. */
export const CLOSE_TEST: TestAnswer = {
  doc: "The author closes an article. Nobody else can.",
  arrange: [
    ...join("adminConnection", "authorize_bbs_admin_join"),
    made("category", "generate_random_bbs_category", "adminConnection", object({})),
    ...join("memberConnection", "authorize_bbs_member_join"),
    made(
      "article",
      "generate_random_bbs_article",
      "memberConnection",
      object({ body: object({ bbs_category_id: path("category.id") }) }),
    ),
    ...join("stranger", "authorize_bbs_member_join"),
  ],
  act: [call("closed", CLOSE, "memberConnection", { articleId: path("article.id") })],
  assert: [
    equal("policy", "closed.comment_policy", text("closed")),
    equal("title", "closed.title", path("article.title")),
    refused("somebody else's article", 403, call(null, CLOSE, "stranger", { articleId: path("article.id") })),
  ],
};

const CLEAR = "todoApp.user.labels.clear";

function random(keyword: "alphaNumeric" | "alphabets", length: number): Expression {
  return { kind: "randomKeyword", keyword, args: [{ kind: "number", value: length }] };
}

/** A label is cleared by its owner alone; one that calls the API for everything. */
export const CLEAR_TEST: TestAnswer = {
  doc: "A user clears a label, and only an own one.",
  arrange: [
    call(null, "auth.user.join", "connection", {
      body: object({
        email: { kind: "randomFormat", format: "email" },
        password: random("alphaNumeric", 12),
        nickname: random("alphabets", 8),
      }),
    }),
    call("label", "todoApp.user.labels.create", "connection", {
      body: object({ name: random("alphabets", 8), color: text("ff8800") }),
    }),
  ],
  act: [call("cleared", CLEAR, "connection", { labelId: path("label.id") })],
  assert: [
    equal("label", "cleared.id", path("label.id")),
    refused(
      "no such label",
      404,
      call(null, CLEAR, "connection", { labelId: { kind: "randomFormat", format: "uuid" } }),
    ),
  ],
};
