import { describe, expect, test } from "@jest/globals";
import { applyEdits } from "../../../src/source/apply-edits.js";
import { fixtureBackend } from "../../support/fixture-backend.js";
import { after, planned, said } from "./support.js";

const bbs = fixtureBackend("bbs");
const todo = fixtureBackend("todo");

const LINE =
  'add operation POST /bbs/member/categories/{categoryId}/follow by member answering IBbsCategory saying "Follow a category."';

describe("an operation whose code is still to be written", () => {
  test.each([
    ["add operation GET /bbs/words taking IBbsTag.ICreate by anyone", "is no change"],
    [
      "add operation GET /bbs/words by anyone taking IBbsTag.ICreate",
      "A GET request has no body, so it takes no IBbsTag.ICreate.",
      "Use PATCH, as lists do.",
    ],
    [
      "add operation POST /bbs/words by anyone answering IBbsTagg",
      "There is no DTO IBbsTagg.",
      "Did you mean IBbsTag?",
    ],
    [
      "add operation POST /bbs/words by membr answering IBbsTag",
      `There is no actor "membr".`,
      `Did you mean member? The actors are admin, member; "anyone" needs no sign-in.`,
    ],
    [
      "add operation POST /bbs/words answering IBbsTag",
      "add operation POST /bbs/words by admin answering IBbsTag",
      "add operation POST /bbs/words by member answering IBbsTag",
      "add operation POST /bbs/words by anyone answering IBbsTag",
    ],
    [
      "add operation POST /bbs/words by anyone",
      "Nothing says which rows POST /bbs/words is about.",
      "Let it take or answer a DTO of a model, or let its path have the id of a row.",
    ],
    [
      "add operation POST /bbs/words by anyone as delete answering IBbsTag",
      '"delete" cannot name an operation.',
      "Choose another name with: as <name>.",
    ],
    [
      "add operation POST /bbs/wor{ds} by anyone answering IBbsTag",
      "/bbs/wor{ds} is no path.",
      "Write it as /bbs/member/categories/{categoryId}/follow.",
    ],
    [
      "add operation DELETE /bbs/admin/tags/{tagId} by admin answering IBbsTag",
      "DELETE /bbs/admin/tags/{tagId} is there already.",
      "Choose another path, or another name with: as <name>.",
    ],
    [
      "add operation DELETE /bbs/admin/tags/{id} by admin",
      "DELETE /bbs/admin/tags/{tagId} does that already.",
    ],
  ])("%s", (line, ...expected) => {
    if (expected[0] === "is no change") expect(() => said(bbs, line)).toThrow();
    else expect(said(bbs, line)).toEqual(expected);
  });

  test("has everything that callers see, and says that it is not written yet", () => {
    const provider = after(bbs, LINE, "src/providers/postBbsMemberCategoriesCategoryIdFollow.ts");
    expect(provider).toContain("Promise<IBbsCategory> { throw new HttpException(");
    expect(provider).toContain('"POST /bbs/member/categories/{categoryId}/follow is not written yet.", 501');
    expect(provider).toContain("* Follow a category.");
    const sdk = after(bbs, LINE, "src/api/functional/bbs/member/categories/index.ts");
    expect(sdk).toContain("export type Output = IBbsCategory;");
  });

  test("has no test, and the plan says why", () => {
    const ending = planned(bbs, LINE);
    expect(ending.kind === "plan" && ending.plan.notices.map(({ text }) => text)).toContain(
      "POST /bbs/member/categories/{categoryId}/follow has no test: its code is still to be written.",
    );
  });

  test("is there once", () => {
    const ending = planned(bbs, LINE);
    if (ending.kind !== "plan") throw new Error(ending.kind);
    expect(said(applyEdits(bbs, ending.edits()), LINE)).toEqual([
      "POST /bbs/member/categories/{categoryId}/follow does that already.",
    ]);
  });

  test("takes a body in a backend without transformers", () => {
    const line =
      "add operation PUT /todoApp/user/todos/{todoId}/labels by user as tag taking ITodoAppLabel.ICreate answering ITodoAppTodo";
    const text = after(todo, line, "src/providers/putTodoAppUserTodosTodoIdLabels.ts");
    expect(text).toContain("body: ITodoAppLabel.ICreate;");
    expect(text).toContain("user: UserPayload;");
  });

  test("is led to behind the folders of controllers that are listed before its own", () => {
    const line = (name: string): string =>
      `add operation PUT /todoApp/user/todos/{todoId}/${name} by user as set answering ITodoAppTodo`;
    const path = "src/api/functional/todoApp/user/todos/index.ts";
    const first = planned(todo, line("marks"));
    if (first.kind !== "plan") throw new Error(first.kind);
    const exported = [
      ...after(applyEdits(todo, first.edits()), line("stars"), path).matchAll(/export \* as (\w+)/g),
    ];
    expect(exported.map(([, name]) => name)).toEqual([
      "marks",
      "stars",
      "subtasks",
      "labels",
      "comments",
      "reminders",
      "attachments",
    ]);
  });

  test("is led to last where its controller is new", () => {
    const line = "add operation GET /todoApp/user/weeks by user answering ITodoAppTodo";
    const text = after(todo, line, "src/api/functional/todoApp/user/index.ts");
    expect(text).toMatch(/export \* as weeks from "\.\/weeks\/index"; ?$/);
  });
});
