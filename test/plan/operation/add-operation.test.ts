import { describe, expect, test } from "@jest/globals";
import { makeBackend } from "../../../src/source/make-backend.js";
import { tryChange } from "../../hand-edits/try-change.js";
import { fixtureBackend } from "../../support/fixture-backend.js";
import { after, planned, said } from "./support.js";

const bbs = fixtureBackend("bbs");
const todo = fixtureBackend("todo");

describe("an operation that is added to a model", () => {
  test.each([
    [
      "add operation raed to article by member",
      `"raed" is no operation.`,
      "Did you mean read? The operations are create, list, read, update, delete, restore, and transition.",
    ],
    ["add operation read to articel by member", `Nothing here is called "articel".`, "bbs_articles"],
    [
      "add operation update to tag by admn",
      `There is no actor "admn".`,
      `Did you mean admin? The actors are admin, member; "anyone" needs no sign-in.`,
    ],
    [
      "add operation read to file by member",
      "add operation read to bbs_article_files by member",
      "add operation read to bbs_article_comment_files by member",
    ],
    [
      "add operation update to snapshot",
      "add operation update to snapshot by admin",
      "add operation update to snapshot by member",
      "add operation update to snapshot by anyone",
    ],
    [
      "add operation update to member by anyone",
      "bbs_members is part of how actors sign in.",
      "Only reading and listing them is derived; add others by hand.",
    ],
    [
      "add operation restore to tag by admin",
      "Rows of bbs_tags are gone when they are erased: it has no deleted_at.",
      "Keep them first: `/autobe add field deleted_at: datetime? to tag`, and let erasing set it.",
    ],
    ["add operation update to article by member", "PUT /bbs/member/articles/{articleId} does that already."],
    [
      "add operation create to notification by member",
      "src/collectors/BbsNotificationCollector.ts takes bbsAdmins, which POST /bbs/member/notifications does not know.",
      "Let somebody create rows whom they can belong to.",
    ],
    [
      "add operation read to tag by anyone at /bbs/words/{wordId}",
      "/bbs/words/{wordId} has not the parameters that the operation takes.",
      "It takes {tagId}, in this order.",
    ],
    [
      "add operation read to tag by anyone at /bbs/categories/{tagId}",
      "GET /bbs/categories/{categoryId} is there already.",
      "Choose another path with: at <path>.",
    ],
  ])("%s", (line, ...expected) => {
    expect(said(bbs, line)).toEqual(expected);
  });

  test("is told after another actor's, without what that one may touch alone", () => {
    const path = "src/providers/putBbsAdminArticlesArticleId.ts";
    const text = after(bbs, "add operation update to article by admin", path);
    expect(text).toContain("admin: AdminPayload");
    expect(text).toContain("const changed = title !== article.title");
    expect(text).not.toContain("props.member");
    expect(text).not.toContain("403");
  });

  test("refuses rows of others to whom they belong", () => {
    const path = "src/providers/putBbsMemberArticlesArticleIdRestore.ts";
    const text = after(bbs, "add operation restore to article by member", path);
    expect(text).toContain("deleted_at: { not: null }");
    expect(text).toContain("if (article.bbs_member_id !== props.member.id)");
  });

  test("finds rows as the others of its actor do, and answers with all that reading shows", () => {
    const path = "src/providers/getTodoAppUserLabelsLabelId.ts";
    const text = after(todo, "add operation read to label by user", path);
    expect(text).toContain("where: { id: labelId, todo_app_user_id: user.id }");
    expect(text).toContain("todos_count: label._count.todo_labels");
  });

  test("answers with a row as a list shows it, where nothing else does", () => {
    const read = "remove operation GET /todoApp/admin/auditLogs/{auditLogId}";
    const listed = tryChange(todo, read);
    if (listed.kind !== "changed") throw new Error(listed.why);
    const path = "src/providers/getTodoAppAdminAuditLogsAuditLogId.ts";
    const text = after(listed.head, "add operation read to audit log by admin", path);
    expect(text).toContain("select: { id: true, todo_app_user_id: true,");
    expect(text).toContain("detail: auditLog.detail ?? null");
  });

  test("lists who signs in without searching by what nobody may see", () => {
    const line = "add operation list to admin by admin";
    const text = after(bbs, line, "src/providers/patchBbsAdminAdmins.ts");
    expect(text).toContain("...BbsAdminAtSummaryTransformer.select()");
    expect(after(bbs, line, "src/api/structures/IBbsAdmin.ts")).not.toMatch(/IRequest = \{[^}]*password/);
  });

  test("has pages of the size that requests of the backend ask for by another name", () => {
    const texts = [...todo.files.values()].flatMap(({ path, text }): [string, string][] => {
      const isDto = path.startsWith("src/api/structures/") && !path.includes("/IPage");
      return text === null ? [] : [[path, isDto ? text.replaceAll("limit?:", "pageSize?:") : text]];
    });
    const sized = makeBackend("sized", texts);
    const removed = tryChange(sized, "remove operation PATCH /todoApp/admin/auditLogs");
    if (removed.kind !== "changed") throw new Error(removed.why);
    const line = "add operation list to audit log by admin";
    const path = "src/providers/patchTodoAppAdminAuditLogs.ts";
    expect(after(removed.head, line, path)).toContain("const limit = Number(body.pageSize ?? 20);");
    const request = after(removed.head, line, "src/api/structures/ITodoAppAuditLog.ts");
    expect(request).toMatch(/IRequest = \{ page\?: [^;]*; pageSize\?: number & tags.Type<"int32">/);
  });

  test("refuses to say by itself what may be seen of who signs in", () => {
    expect(said(todo, "add operation list to admin by user")).toEqual([
      "No DTO says what may be seen of todo_app_admins.",
      "Write ITodoAppAdmin by hand first: what is seen of people is not decided by rule.",
    ]);
  });

  test("refuses to show a secret", () => {
    const path = "src/api/structures/IBbsTag.ts";
    const shown =
      bbs.files.get(path)?.text?.replace("export type IBbsTag = {", "$& access_token: string;") ?? "";
    const leaky = makeBackend("leaky", [
      ...[...bbs.files.values()].flatMap(({ path, text }): [string, string][] =>
        text === null ? [] : [[path, text]],
      ),
      [path, shown],
    ]);
    expect(said(leaky, "add operation read to tag by anyone")).toEqual([
      'IBbsTag has "access_token", which nobody may see.',
      "Hide it first: `/autobe hide access_token of bbs_tags`.",
    ]);
  });

  test("makes the DTO that it takes", () => {
    const text = after(bbs, "add operation update to tag by admin", "src/api/structures/IBbsTag.ts");
    expect(text).toContain("export type IUpdate = {");
  });

  test("is not made where nothing says how the answer is made", () => {
    expect(said(todo, "add operation read to todo by admin")).toEqual([
      "Nothing says how ITodoAppTodo is made of one row of todo_app_todos.",
      "Add an operation by hand that answers with it, from one query and its row.",
    ]);
  });

  test("goes where a person wants it", () => {
    const plan = planned(bbs, "add operation read to tag by anyone at /bbs/words/{tagId}");
    expect(plan.kind === "plan" && plan.plan.added.operations).toEqual(["GET /bbs/words/{tagId}"]);
  });
});
