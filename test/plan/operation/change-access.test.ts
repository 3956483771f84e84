import { describe, expect, test } from "@jest/globals";
import { fixtureBackend } from "../../support/fixture-backend.js";
import { after, planned, said } from "./support.js";

const bbs = fixtureBackend("bbs");
const todo = fixtureBackend("todo");

describe("another caller of an operation", () => {
  test.each([
    [
      "change operation POST /todoApp/user/labels to by admin",
      "src/providers/postTodoAppUserLabels.ts:27 needs the user: todo_app_user_id: user.id,",
      "Only a user can be meant there; change that line by hand first.",
    ],
    [
      "change operation GET /todoApp/user/tods/{todoId} to by admin",
      "There is no operation GET /todoApp/user/tods/{todoId}.",
      "GET /todoApp/user/todos/{todoId}",
    ],
    [
      "change operation GET /todoApp/user/todos/{todoId} to by amin",
      `There is no actor "amin".`,
      `Did you mean admin? The actors are admin, user; "anyone" needs no sign-in.`,
    ],
    [
      "change operation GET /todoApp/user/todos/{id} to by user",
      "GET /todoApp/user/todos/{todoId} is for user already.",
    ],
    [
      "change operation POST /auth/user/join to by admin",
      "POST /auth/user/join is part of how actors sign in.",
      "Leave it to everybody.",
    ],
  ])("%s", (line, ...expected) => {
    expect(said(todo, line)).toEqual(expected);
  });

  test("shows nobody else what was shown to its owner alone", () => {
    const [reason] = said(todo, "change operation PUT /todoApp/user/labels/{labelId} to public");
    expect(reason).toMatch(
      /^src\/providers\/putTodoAppUserLabelsLabelId\.ts:\d+ keeps the user to rows of his own: todo_app_user_id: user\.id$/,
    );
  });

  test("takes the check of the old one along, and says so", () => {
    const line = "change operation PUT /todoApp/user/labels/{labelId} to by admin";
    const text = after(todo, line, "src/providers/putTodoAppUserLabelsLabelId.ts");
    expect(text).toContain("admin: AdminPayload;");
    expect(text).toContain("where: { id: labelId }");
    const plan = planned(todo, line);
    const notices = plan.kind === "plan" ? plan.plan.notices : [];
    expect(notices.filter(({ kind }) => kind === "dropped-guard").map(({ text: each }) => each)).toEqual([
      "@UserAuth() user: UserPayload",
      "todo_app_user_id: user.id",
    ]);
    expect(notices.map(({ text: each }) => each).join("\n")).toContain(
      "/autobe move operation PUT /todoApp/user/labels/{labelId} to /todoApp/admin/labels/{labelId}",
    );
  });

  test("signs in where a test needs it", () => {
    const path = "test/features/api/article/test_api_article_erase_by_admin.ts";
    const line = "change operation DELETE /bbs/admin/articles/{articleId} to by member";
    expect(after(bbs, line, path)).toContain("api.functional.bbs.admin.articles.erase(memberConnection, {");
  });

  test("is nobody in particular for all", () => {
    const path = "src/controllers/bbs/admin/members/BbsAdminMembersController.ts";
    const text = after(bbs, "change operation PATCH /bbs/admin/members to public", path);
    expect(text).not.toContain("Auth");
  });
});
