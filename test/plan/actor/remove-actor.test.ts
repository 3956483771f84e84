import { describe, expect, test } from "@jest/globals";
import type { Option } from "../../../src/change/answer.js";
import type { Plan } from "../../../src/plan/plan.js";
import { applyEdits } from "../../../src/source/apply-edits.js";
import type { Backend } from "../../../src/source/backend.js";
import type { Edit } from "../../../src/source/edit.js";
import { makeBackend } from "../../../src/source/make-backend.js";
import { planDecided } from "../../cases/plan-decided.js";
import { changeOf } from "../../support/change-of.js";
import { fixtureBackend } from "../../support/fixture-backend.js";
import { planned, said } from "../operation/support.js";

const bbs = fixtureBackend("bbs");
const todo = fixtureBackend("todo");

/** A plan whose questions are all answered alike. */
function decided(
  backend: Backend,
  line: string,
  option: Option = "drop-check",
): { readonly plan: Plan; readonly edits: readonly Edit[]; readonly text: (path: string) => string | null } {
  const ending = planDecided(
    backend,
    [changeOf(line)],
    (questions) => new Map(questions.map(({ id }) => [id, option])),
  );
  if (ending.kind !== "planned") throw new Error(JSON.stringify(ending));
  const { plan, edits } = ending;
  const text = (path: string): string | null => edits.find((each) => each.path === path)?.after ?? null;
  return { plan, edits, text };
}

/** The same backend with other texts; null takes a file away. */
function changed(backend: Backend, edit: (path: string, text: string) => string | null): Backend {
  const files = [...backend.files.values()].flatMap(({ path, text }) => {
    const now = edit(path, text ?? "");
    return text === null || now === null ? [] : [[path, now] as const];
  });
  return makeBackend("changed", files);
}

describe("an actor who goes", () => {
  test("leaves it to a person what becomes of what only he may do", () => {
    const ending = planned(todo, "remove actor admin");
    expect(ending).toMatchObject({
      kind: "ambiguous",
      candidates: [
        {
          command: "remove actor admin, operations removed",
          takes: expect.arrayContaining(["GET /todoApp/admin/statistics"]),
        },
        { command: "remove actor admin, operations to user", takes: [] },
      ],
    });
    expect(said(bbs, "remove actor admin")).toEqual([
      "remove actor admin, operations removed",
      "remove actor admin, operations to member",
    ]);
    const takes = planned(bbs, "remove actor admin");
    // Members erase articles as well: there, only a variant goes.
    expect(JSON.stringify(takes)).not.toContain("DELETE /bbs/admin/articles/{articleId}");
  });

  test("takes his table, his sign-in and what he may do along", () => {
    const line = "remove actor admin, operations removed";
    const { plan, edits } = decided(todo, line);
    expect(plan.removed).toMatchObject({
      models: ["todo_app_admins"],
      fields: ["todo_app_audit_logs.todo_app_admin_id", "todo_app_audit_logs.admin"],
      operations: expect.arrayContaining(["POST /auth/admin/join", "GET /todoApp/admin/statistics"]),
    });
    const deleted = edits.flatMap(({ path, after }) => (after === null ? [path] : []));
    expect(deleted).toEqual(
      expect.arrayContaining([
        "src/decorators/AdminAuth.ts",
        "src/decorators/payload/AdminPayload.ts",
        "src/providers/authorize/adminAuthorize.ts",
        "src/api/structures/ITodoAppAdmin.ts",
        "test/features/api/auth/test_api_admin_join_login_refresh.ts",
      ]),
    );
    expect(plan.notices).toContainEqual({
      kind: "mixed-requirement",
      path: "docs/analysis/02-actors.md",
      line: 9,
      section: "User",
      text: "WHEN a user asks for an administrator's page, THE SYSTEM SHALL refuse it.",
    });
    const head = applyEdits(todo, edits);
    expect(said(head, line)).toEqual([`There is no actor "admin".`, "user"]);
    expect(said(head, "remove actor user")[0]).toBe(
      "user is the only one who signs in here: without one, nothing could be kept from anybody.",
    );
  });

  test("hands over what only he may do, and the heir does it in tests", () => {
    const { plan, text, edits } = decided(todo, "remove actor admin, operations to user");
    expect(plan.removed.operations).toEqual([
      "POST /auth/admin/join",
      "POST /auth/admin/login",
      "POST /auth/admin/refresh",
    ]);
    expect(text("src/providers/getTodoAppAdminStatistics.ts")).toContain("user: UserPayload;");
    // The log stays, and does not say any more which admin it was.
    expect(text("src/providers/deleteTodoAppAdminCommentsCommentId.ts")).not.toContain("admin_id");
    expect(text("test/features/api/admin/test_api_admin_statistics.ts")).toContain(
      "const admin: ITodoAppUser.IAuthorized = await api.functional.auth.user.join(",
    );
    expect(edits).toContainEqual(
      expect.objectContaining({ path: "test/features/api/auth/test_api_user_is_no_admin.ts", after: null }),
    );
  });

  test("is asked about where rows cannot be without him", () => {
    const line = "remove actor admin, operations to member";
    const asked = planned(bbs, line);
    expect(asked).toMatchObject({
      plan: {
        questions: [{ construct: "required dependant", places: [{ artefact: "bbs_commendations" }] }],
      },
    });
    const { text, plan } = decided(bbs, line);
    expect(text("src/collectors/BbsCommendationCollector.ts")).not.toMatch(/admin/i);
    expect(text("src/collectors/BbsNotificationCollector.ts")).not.toContain("bbsAdmins");
    const mixed = text("test/features/api/auth/test_api_actors_do_not_mix.ts");
    expect(mixed).toContain("await authorize_bbs_member_join(adminConnection);");
    expect(mixed).not.toContain("member creates a category");
    expect(mixed).not.toContain("administrator writes an article");
    expect(mixed).toContain("nobody reads the dashboard");
    expect(plan.notices).toContainEqual({
      kind: "deleted-test",
      path: "test/features/api/article/test_api_article_erase_by_admin.ts",
      line: null,
      text: "It rests on what DELETE /bbs/admin/articles/{articleId} wrote, which is dropped.",
    });
  });

  test("never takes another actor along", () => {
    const appointed = changed(bbs, (path, text) =>
      path === "prisma/schema/schema-01-actors.prisma"
        ? text
            .replace("  nickname String\n", "  nickname String\n\n  appointed_by_id String @db.Uuid\n")
            .replace(
              "  sessions bbs_member_sessions[]\n",
              "  appointedBy bbs_admins @relation(fields: [appointed_by_id], references: [id])\n  sessions bbs_member_sessions[]\n",
            )
            .replace(
              "  sessions bbs_admin_sessions[]\n",
              "  members bbs_members[]\n  sessions bbs_admin_sessions[]\n",
            )
        : text,
    );
    expect(planned(appointed, "remove actor admin, operations removed")).toMatchObject({
      plan: {
        questions: expect.arrayContaining([
          expect.objectContaining({ construct: "required by an actor", options: ["drop-check", "keep"] }),
        ]),
      },
    });
  });

  test("is kept where another one is let in by what is known of him", () => {
    const leaning = changed(bbs, (path, text) =>
      path === "src/providers/authorize/memberAuthorize.ts"
        ? text.replace(
            `payload.type !== "member"`,
            `payload.type !== "member" && payload.type !== ("admin" as never)`,
          )
        : text,
    );
    expect(said(leaning, "remove actor admin, operations removed")).toEqual([
      "src/providers/authorize/memberAuthorize.ts:17 lets member in by what it knows of admin.",
      "Let it know member by his own table and token first, by hand.",
    ]);
  });

  test("is kept where nobody else may do anything", () => {
    const alone = changed(todo, (path, text) =>
      path.startsWith("src/controllers/todoApp/admin/") ? null : text,
    );
    expect(said(alone, "remove actor user, operations removed")).toEqual([
      "No operation would be left that anybody has to sign in for: all of them are for user.",
      "Let somebody else call them: `/autobe remove actor user, operations to admin`",
    ]);
  });

  test.each([
    ["remove actor amin", [`There is no actor "amin".`, "admin"]],
    [
      "remove actor admin, operations to admin",
      ["admin is the one who goes.", "Name another actor, or write: operations removed"],
    ],
    ["remove actor admin, operations to mebmer", [`There is no actor "mebmer".`]],
    [
      "remove model bbs_admins",
      [
        "bbs_admins is an actor or its sessions; removing it would take permission checks away.",
        "To take the actor out, with all that is his, write: `/autobe remove actor admin`",
      ],
    ],
    [
      "remove model bbs_member_sessions",
      [expect.any(String), expect.stringContaining("`/autobe remove actor member`")],
    ],
    [
      "remove operation POST /bbs/auth/admin/join",
      [
        "POST /bbs/auth/admin/join is part of how actors sign in.",
        "It goes with its actor: `/autobe remove actor admin`",
      ],
    ],
  ])("%s", (line, expected) => {
    expect(said(bbs, line).slice(0, expected.length)).toEqual(expected);
  });
});
