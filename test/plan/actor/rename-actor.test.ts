import { describe, expect, test } from "@jest/globals";
import { readActors } from "../../../src/generate/create/conventions/actors.js";
import { applyEdits } from "../../../src/source/apply-edits.js";
import { readSpec } from "../../../src/spec/spec.js";
import { fixtureBackend } from "../../support/fixture-backend.js";
import { after, planned, said } from "../operation/support.js";

const bbs = fixtureBackend("bbs");
const todo = fixtureBackend("todo");
const LINE = "rename actor admin to moderator";

describe("an actor with another name", () => {
  test("keeps his rows, and takes tables, paths and tokens along", () => {
    const ending = planned(bbs, LINE);
    if (ending.kind !== "plan") throw new Error(JSON.stringify(ending));
    expect(ending.plan.renames).toMatchObject({
      models: expect.arrayContaining([{ from: "bbs_admin_sessions", to: "bbs_moderator_sessions" }]),
      fields: expect.arrayContaining([{ from: "bbs_commendations.bbs_admin_id", to: "bbs_moderator_id" }]),
      operations: expect.arrayContaining([
        { from: "POST /bbs/auth/admin/join", to: "POST /bbs/auth/moderator/join" },
      ]),
    });
    expect(after(bbs, LINE, "src/decorators/payload/ModeratorPayload.ts")).toContain(
      `/** {@link bbs_moderator_sessions.id} */ session_id: string & tags.Format<"uuid">; /** Discriminator of the actor. */ type: "moderator";`,
    );
    expect(after(bbs, LINE, "src/providers/authorize/moderatorAuthorize.ts")).toContain(
      `if (payload.type !== "moderator") throw new ForbiddenException("Only administrators can do that.");`,
    );
    const head = applyEdits(bbs, ending.edits());
    const spec = readSpec(head);
    expect(readActors({ backend: head, ...spec }).map(({ name, model }) => [name, model?.name])).toEqual([
      ["member", "bbs_members"],
      ["moderator", "bbs_moderators"],
    ]);
    expect([...spec.api.operations.keys()].filter((key) => key.includes("admin"))).toEqual([]);
    expect(said(head, LINE)).toEqual([`There is no actor "admin", and moderator is there already.`]);
  });

  test.each([
    ["rename actor admin to member", "There is an actor member already."],
    ["rename actor admin to admin", "admin is called so already."],
    ["rename actor amin to moderator", `There is no actor "amin".`],
  ])("%s", (line, reason) => {
    expect(said(bbs, line)[0]).toBe(reason);
  });

  test("is refused a name that would say two things", () => {
    expect(said(todo, "rename actor user to owner")[0]).toMatch(
      /^src\/providers\/\w+\.ts:\d+ would say "owner" for two things\.$/,
    );
  });
});
