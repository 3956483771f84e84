import { describe, expect, test } from "@jest/globals";
import { planChange } from "../../../src/plan/plan-change.js";
import type { Planned } from "../../../src/plan/planned.js";
import { applyEdits } from "../../../src/source/apply-edits.js";
import type { Backend } from "../../../src/source/backend.js";
import { makeBackend } from "../../../src/source/make-backend.js";
import { readDatabase } from "../../../src/spec/database/read-database.js";
import { readInterface } from "../../../src/spec/interface/read-interface.js";
import { fixtureBackend, type FixtureName } from "../../support/fixture-backend.js";
import { changeOf } from "../../support/change-of.js";

const NOTICE = "add model notice (title: string) by admin with create, list";

/** What cannot be added to the bulletin board, and what is said then. */
const REFUSED: readonly (readonly [string, string, string])[] = [
  [
    "add model notice (title: string) by admn with create",
    `There is no actor "admn".`,
    `Did you mean admin? The actors are admin, member; "anyone" needs no sign-in.`,
  ],
  [
    "add model notice (title: string) by admin with creat",
    `"creat" is no operation.`,
    "Did you mean create? The operations are create, list, read, update, delete, restore.",
  ],
  [
    "add model notice (title: string) by admin with create, restore",
    `Nothing erases rows of "notice" that could be restored.`,
    "Add delete as well.",
  ],
  [
    "add model follow of category (member: member?) by member with create",
    `Rows of "follow" have a relation "member" already, to whose they are, beside one of type "member".`,
    "Leave that field out, or give it another name.",
  ],
  [
    "add model notice (title: strin) by admin with create",
    `"strin" is neither a type nor a model.`,
    "Did you mean string? The types are string, int, double, boolean, datetime, uuid, uri, email, values in quotes, and models.",
  ],
  [
    "add model notice of articel (title: string) by admin with create",
    `"articel" is neither a type nor a model.`,
    "Did you mean article? The types are string, int, double, boolean, datetime, uuid, uri, email, values in quotes, and models.",
  ],
  [
    "add model notice (pinned: boolean default maybe) by admin with create",
    `The default of "pinned" cannot be maybe.`,
    "Write a value of type boolean.",
  ],
  [
    'add model notice (state: "new" | "old" default "odd") by admin with create',
    `The default of "state" cannot be "odd".`,
    "It may be one of: new, old.",
  ],
  [
    "add model notice (title: string, Title: string) by admin with create",
    `"Title" cannot name a field: it has to start with a small letter.`,
    "Choose another name.",
  ],
  [
    "add model notice (title: string, title: int) by admin with create",
    `notice has a field "title" already.`,
    "Choose another name.",
  ],
  [
    "add model notice (created_at: datetime) by admin with create",
    `notice has a field "created_at" already.`,
    "Choose another name.",
  ],
  [
    "add model class (name: string) by admin with create",
    `"class" is a reserved word.`,
    "Choose another name.",
  ],
  [
    "add model article (name: string) by admin with create",
    "There is a model bbs_articles already.",
    "Choose another name, or change that model.",
  ],
  [
    "add model Categories (name: string, color: string) by admin with create",
    "There is a model bbs_categories already.",
    "Choose another name, or change that model.",
  ],
  [
    "add model notice (category: category unique) by admin with create",
    `"category" leads to bbs_categories and can be neither unique nor have a default.`,
    "Leave that out.",
  ],
];

describe("a model that cannot be added", () => {
  test.each(REFUSED)("%s", (line, reason, remedy) => {
    expect(plan(fixtureBackend("bbs"), line)).toEqual({ kind: "refused", reason, remedy });
  });
});

test("a model that is there as asked for is nothing to do, with more it is another one", () => {
  const base = fixtureBackend("bbs");
  const head = carryOut(base, NOTICE);
  expect(plan(head, NOTICE).kind).toBe("nothing-to-do");
  expect(plan(head, "add model notices (title: string) by admin with list").kind).toBe("nothing-to-do");
  expect(plan(head, "add model notice (title: string, text: string) by admin with list").kind).toBe(
    "refused",
  );
});

test("a new model is read back as it was asked for", () => {
  const line =
    'add model visit of articles (place: string?, kind: "walk" | "ride", mark: category) by member with create, read, list, update, delete';
  const head = carryOut(fixtureBackend("bbs"), line);
  const database = readDatabase(head);
  const model = database.models.get("bbs_article_visits");
  expect(model?.fields.map(({ name, type, optional }) => `${name}: ${type}${optional ? "?" : ""}`)).toEqual([
    "id: String",
    "bbs_article_id: String",
    "bbs_member_id: String",
    "bbs_category_id: String",
    "place: String?",
    "kind: String",
    "created_at: DateTime",
    "updated_at: DateTime",
    "article: bbs_articles",
    "member: bbs_members",
    "mark: bbs_categories",
  ]);
  expect(model?.fields.flatMap(({ relation }) => relation?.opposite ?? [])).toEqual([
    "visits",
    "visits",
    "visits",
  ]);
  const operations = [...readInterface(head, database).operations.values()].filter(({ key }) =>
    key.includes("visits"),
  );
  expect(
    operations.map(({ key, actor, body, response, accessor }) => [
      key,
      actor,
      body,
      response,
      accessor?.join("."),
    ]),
  ).toEqual([
    [
      "POST /bbs/member/articles/{articleId}/visits",
      "member",
      "IBbsArticleVisit.ICreate",
      "IBbsArticleVisit",
      "bbs.member.articles.visits.create",
    ],
    [
      "PATCH /bbs/member/articles/{articleId}/visits",
      "member",
      "IBbsArticleVisit.IRequest",
      "IPageIBbsArticleVisit.ISummary",
      "bbs.member.articles.visits.index",
    ],
    [
      "GET /bbs/member/articles/{articleId}/visits/{visitId}",
      "member",
      null,
      "IBbsArticleVisit",
      "bbs.member.articles.visits.at",
    ],
    [
      "PUT /bbs/member/articles/{articleId}/visits/{visitId}",
      "member",
      "IBbsArticleVisit.IUpdate",
      "IBbsArticleVisit",
      "bbs.member.articles.visits.update",
    ],
    [
      "DELETE /bbs/member/articles/{articleId}/visits/{visitId}",
      "member",
      null,
      null,
      "bbs.member.articles.visits.erase",
    ],
  ]);
});

test.each<readonly [FixtureName, string, string]>([
  [
    "bbs",
    "add model notice (title: string, category: category?) by admin with create and by anyone with read, list",
    "remove notices",
  ],
  [
    "todo",
    "add model bookmark of todos (note: string?) by user with create, list, delete",
    "remove bookmarks",
  ],
])("%s: what is added can be removed again", (name, add, remove) => {
  const base = fixtureBackend(name);
  const back = carryOut(carryOut(base, add), remove);
  // Where the last model of a file goes, the blank line above it stays.
  const flat = (backend: Backend): readonly (readonly [string, string])[] =>
    [...backend.files.values()].map(({ path, text }) => [path, text?.trimEnd() ?? ""]);
  expect(flat(back)).toEqual(flat(base));
});

test("files with Windows line ends keep them, and new ones have them", () => {
  const base = fixtureBackend("todo");
  const crlf = makeBackend(
    "crlf",
    [...base.files.values()].flatMap(({ path, text }) =>
      text === null ? [] : [[path, text.replaceAll("\n", "\r\n")] as const],
    ),
  );
  const line = "add model bookmark of todos (note: string?) by user with create, list, delete";
  const lf = carryOut(base, line);
  const head = carryOut(crlf, line);
  const flat = (backend: Backend): readonly (readonly [string, string])[] =>
    [...backend.files.values()].map(({ path, text }) => [path, text?.replaceAll("\r\n", "\n") ?? ""]);
  expect(flat(head)).toEqual(flat(lf));
  for (const { path, text } of head.files.values())
    expect([path, /(^|[^\r])\n/.test(text ?? "")]).toEqual([path, false]);
});

function plan(backend: Backend, line: string): Planned {
  return planChange(backend, changeOf(line), new Map());
}

function carryOut(backend: Backend, line: string): Backend {
  const planned = plan(backend, line);
  if (planned.kind !== "plan") throw new Error(JSON.stringify(planned));
  return applyEdits(backend, planned.edits());
}
