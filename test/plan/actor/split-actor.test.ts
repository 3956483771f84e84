import { describe, expect, test } from "@jest/globals";
import { contractChanges } from "../../../src/spec/contract/contract-changes.js";
import { readSpec } from "../../../src/spec/spec.js";
import { NO_RENAMES } from "../../../src/spec/renames.js";
import { applyEdits } from "../../../src/source/apply-edits.js";
import type { Backend } from "../../../src/source/backend.js";
import { fixtureBackend } from "../../support/fixture-backend.js";
import { after, planned, said } from "../operation/support.js";

const bbs = fixtureBackend("bbs");
const todo = fixtureBackend("todo");
const SPLIT = "split actor admin by position into moderator, supervisor, existing as supervisor";
const ERASE = "change operation DELETE /bbs/admin/tags/{tagId} to by";

describe("an actor who is split", () => {
  test("is asked for what rows that are there get", () => {
    expect(said(bbs, "split actor admin by position into moderator, supervisor")).toEqual([
      "split actor admin by position into moderator, supervisor, existing as moderator",
      "split actor admin by position into moderator, supervisor, existing as supervisor",
    ]);
  });

  test.each([
    ["split actor amin by position into a, b", `There is no actor "amin".`],
    ["split actor admin by name into a, b, existing as a", `bbs_admins has a field "name" already.`],
    ["split actor admin by iat into a, b, existing as a", `"iat" has a meaning of its own in tokens.`],
    [
      "split actor admin by position into low, high, existing as hihg",
      `"hihg" is none of low, high.`,
      "Rows that are there need one of them: `/autobe split actor admin by position into low, high, existing as high`",
    ],
  ])("%s", (line, ...expected) => {
    expect(said(bbs, line)).toEqual(expect.arrayContaining(expected));
  });

  test("has his place read from the row at every request, and not from his token", () => {
    expect(after(bbs, SPLIT, "src/providers/authorize/adminAuthorize.ts")).toContain(
      `return { ...payload, position: session.admin.position as AdminPayload["position"], };`,
    );
    expect(after(bbs, SPLIT, "src/providers/postBbsAuthAdminJoin.ts")).toContain(
      `satisfies Omit<AdminPayload, "position">`,
    );
    expect(after(todo, SPLIT, "src/providers/authorize/adminAuthorize.ts")).toContain(
      "select: { id: true, position: true }",
    );
  });

  test("joins in the first place, and only rows that are there get the other", () => {
    const plan = planned(todo, SPLIT);
    expect(after(todo, SPLIT, "prisma/schema/schema-01-actors.prisma")).toContain(
      `position String @default("moderator")`,
    );
    expect(plan.kind === "plan" && plan.plan.backfills).toEqual([
      { model: "todo_app_admins", field: "position", value: { kind: "literal", value: "supervisor" } },
    ]);
  });

  test("is split once", () => {
    const split = done(bbs, SPLIT);
    expect(said(split, SPLIT)).toEqual(["admin is split by position into moderator, supervisor already."]);
    const [reason, remedy] = said(split, "split actor admin by position into low, high, existing as low");
    expect(reason).toBe("admin is split by position into moderator, supervisor already.");
    expect(remedy).toContain(`change field position of bbs_admins to "low" | "high"`);
  });
});

describe("an operation for some places", () => {
  const split = done(bbs, SPLIT);
  const operation = "src/providers/deleteBbsAdminTagsTagId.ts";

  test("refuses all others before it does anything", () => {
    expect(after(split, `${ERASE} admin.supervisor`, operation)).toContain(
      `{ if (props.admin.position !== "supervisor") throw new HttpException( "Only an admin whose position is supervisor can do that.", 403, ); await`,
    );
    const asked = "change operation DELETE /todoApp/admin/users/{userId} to by admin as supervisor";
    expect(after(done(todo, SPLIT), asked, "src/providers/deleteTodoAppAdminUsersUserId.ts")).toContain(
      `const { admin, userId } = props; if (admin.position !== "supervisor") throw new HttpException( "Forbidden: only an admin`,
    );
  });

  test("is called by those who may in its tests, and by one who may not in a test of that", () => {
    const line = `${ERASE} admin.supervisor`;
    expect(after(split, line, "test/features/api/tag/test_api_tag_erase.ts")).toContain(
      `await place_admin(await authorize_bbs_admin_join(adminConnection), { position: "supervisor", });`,
    );
    expect(after(split, line, "test/features/api/tag/test_api_tag_erase_by_admin_position.ts")).toContain(
      `await TestValidator.httpError("not as moderator", 403, attempt);`,
    );
  });

  test("is for other places, and for all of them again", () => {
    const first = done(split, `${ERASE} admin.supervisor`);
    expect(said(first, `${ERASE} admin.supervisor`)).toEqual([
      "DELETE /bbs/admin/tags/{tagId} is for admin.supervisor already.",
    ]);
    const second = done(first, `${ERASE} admin.moderator`);
    expect(second.files.get(operation)?.text).toContain(`props.admin.position !== "moderator"`);
    const back = done(first, `${ERASE} admin`);
    expect(back.files.get(operation)).toEqual(split.files.get(operation));
    const test = "test/features/api/tag/test_api_tag_erase_by_admin_position.ts";
    expect([first.files.has(test), back.files.has(test)]).toEqual([true, false]);
  });

  test("is said to callers who lose it", () => {
    const first = done(split, `${ERASE} admin.supervisor`);
    const changes = contractChanges(readSpec(split).api, readSpec(first).api, NO_RENAMES);
    expect(changes).toMatchObject([{ effect: "other caller", to: "admin.supervisor only", breaking: true }]);
    const again = contractChanges(readSpec(first).api, readSpec(split).api, NO_RENAMES);
    expect(again).toMatchObject([{ effect: "other caller", to: "admin", breaking: false }]);
  });

  test.each([
    [`${ERASE} admin.supervisr`, `There is no admin called "supervisr".`],
    [`${ERASE} member.supervisor`, "There are no places of member to tell apart."],
    [
      `${ERASE} admin.supervisor, member`,
      "An operation is for one kind of actor, and admin, member are several.",
    ],
  ])("%s", (line, reason) => {
    expect(said(split, line)[0]).toBe(reason);
  });
});

describe("split a second time", () => {
  const AGAIN = "split actor admin by department into content, people, existing as content";
  const twice = done(done(done(bbs, SPLIT), `${ERASE} admin.supervisor`), AGAIN);

  test("both places are read and told apart", () => {
    const authorize = twice.files.get("src/providers/authorize/adminAuthorize.ts")?.text ?? "";
    expect(authorize).toContain("admin: { select: { position: true, department: true } }");
    expect(authorize).toContain(`department: session.admin.department as AdminPayload["department"],`);
    expect(said(twice, `${ERASE} admin.supervisor, admin.people`)[0]).toBe(
      "supervisor, people are told by position and department.",
    );
  });

  test("places can be added, and not taken from an operation", () => {
    const line = `change field position of admins to "moderator" | "supervisor" | "director"`;
    const more = done(twice, line);
    expect(more.files.get("src/decorators/payload/AdminPayload.ts")?.text).toContain(
      `position: "moderator" | "supervisor" | "director";`,
    );
    expect(said(more, line)[0]).toBe("bbs_admins.position is of that type already.");
    expect(said(more, `change field position of admins to "moderator" | "director"`)[0]).toBe(
      "DELETE /bbs/admin/tags/{tagId} is for admin.supervisor.",
    );
  });
});

function done(backend: Backend, line: string): Backend {
  const ending = planned(backend, line);
  if (ending.kind !== "plan") throw new Error(JSON.stringify(ending));
  return applyEdits(backend, ending.edits());
}
