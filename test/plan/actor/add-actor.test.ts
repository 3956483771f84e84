import { describe, expect, test } from "@jest/globals";
import { readActors } from "../../../src/generate/create/conventions/actors.js";
import { applyEdits } from "../../../src/source/apply-edits.js";
import { makeBackend } from "../../../src/source/make-backend.js";
import { readSpec } from "../../../src/spec/spec.js";
import { fixtureBackend } from "../../support/fixture-backend.js";
import { after, planned, said } from "../operation/support.js";

const bbs = fixtureBackend("bbs");
const todo = fixtureBackend("todo");
const LINE = "add actor moderator like admin";

describe("another kind of actor", () => {
  test("signs in as the one whom he is like, and everything that is there stays", () => {
    const ending = planned(bbs, LINE);
    if (ending.kind !== "plan") throw new Error(JSON.stringify(ending));
    const edited = ending.edits().filter(({ before }) => before !== null);
    expect(edited.map(({ path }) => path)).toEqual([
      "prisma/schema/schema-01-actors.prisma",
      "src/MyModule.ts",
      "src/api/functional/bbs/auth/index.ts",
    ]);
    const head = applyEdits(bbs, ending.edits());
    const spec = readSpec(head);
    expect(readActors({ backend: head, ...spec }).map(({ name, model }) => [name, model?.name])).toEqual([
      ["admin", "bbs_admins"],
      ["member", "bbs_members"],
      ["moderator", "bbs_moderators"],
    ]);
    const keys = [...spec.api.operations.keys()].filter((key) => key.includes("moderator"));
    expect(keys).toEqual(["join", "login", "refresh"].map((each) => `POST /bbs/auth/moderator/${each}`));
    expect(spec.database.models.get("bbs_moderators")?.fields.map(({ name }) => name)).not.toContain(
      "commendations",
    );
    expect(said(head, LINE)).toEqual(["There is an actor moderator already."]);
  });

  test("is spoken of as what he is", () => {
    expect(after(bbs, LINE, "src/providers/authorize/moderatorAuthorize.ts")).toContain(
      `if (payload.type !== "moderator") throw new ForbiddenException("Only moderators can do that.");`,
    );
  });

  test("has no more types than it takes to sign in", () => {
    const types = after(todo, "add actor auditor like user", "src/api/structures/ITodoAppAuditor.ts");
    expect(types).toContain("export type IJoin = {");
    expect(types).not.toContain("IRequest");
  });

  test("is not made where signing in says more of the other one than that he signs in", () => {
    const path = "src/providers/postBbsAuthAdminJoin.ts";
    const file = bbs.files.get(path)?.text ?? "";
    const noting = (line: string) => {
      const after = file.replace("  const accessExpiredAt", `${line}\n  const accessExpiredAt`);
      return applyEdits(bbs, [{ path, before: file, after }]);
    };
    const written = noting("  await MyGlobal.prisma.bbs_commendations.count();");
    expect(said(written, LINE)[0]).toMatch(
      /^src\/providers\/postBbsAuthAdminJoin\.ts:\d+ is about bbs_commendations/,
    );
    const role = noting('  const role: string = "admin";');
    expect(said(role, LINE)[0]).toMatch(/:\d+ says "admin" where rows may hold that\.$/);
  });

  test("has to be like somebody", () => {
    expect(said(bbs, "add actor moderator")).toEqual([
      "add actor moderator like admin",
      "add actor moderator like member",
    ]);
    expect(said(bbs, "add actor moderator like amin")[0]).toBe(`There is no actor "amin".`);
    expect(said(makeBackend("empty", []), "add actor moderator")[0]).toBe(
      "Nobody signs in here, so there is no actor to follow.",
    );
  });
});
