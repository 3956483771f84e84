import { describe, expect, test } from "@jest/globals";
import { applyEdits } from "../../../src/source/apply-edits.js";
import { makeBackend } from "../../../src/source/make-backend.js";
import { contractChanges } from "../../../src/spec/contract/contract-changes.js";
import { readSpec } from "../../../src/spec/spec.js";
import { fixtureBackend } from "../../support/fixture-backend.js";
import { after, planned, said } from "./support.js";

const bbs = fixtureBackend("bbs");
const todo = fixtureBackend("todo");

describe("an operation at another path", () => {
  test.each([
    [
      "move operation DELETE /bbs/admin/tgs/{tagId} to /bbs/admin/words/{tagId}",
      "There is no operation DELETE /bbs/admin/tgs/{tagId}.",
      "DELETE /bbs/admin/tags/{tagId}",
    ],
    [
      "move operation DELETE /bbs/admin/tags/{tagId} to /bbs/admin/words/{wordId}",
      "/bbs/admin/words/{wordId} has not the parameters of DELETE /bbs/admin/tags/{tagId}.",
      "It takes {tagId}.",
    ],
    [
      "move operation DELETE /bbs/admin/tags/{tagId} to /bbs/admin/words",
      "/bbs/admin/words has not the parameters of DELETE /bbs/admin/tags/{tagId}.",
      "It takes {tagId}.",
    ],
    [
      "move operation DELETE /bbs/admin/articles/{articleId} to /bbs/member/articles/{articleId}",
      "DELETE /bbs/member/articles/{articleId} is there already.",
      "Choose another path.",
    ],
    [
      "move operation DELETE /bbs/admin/tags/{tagId} to /bbs/admin/tags/:tagId",
      "DELETE /bbs/admin/tags/{tagId} is there already.",
    ],
    [
      "move operation POST /bbs/auth/member/join to /bbs/join",
      "POST /bbs/auth/member/join is part of how actors sign in.",
      "Leave it where it is.",
    ],
  ])("%s", (line, ...expected) => {
    expect(said(bbs, line)).toEqual(expected);
  });

  const WORDS = "move operation DELETE /bbs/admin/tags/{tagId} to /bbs/admin/words/{tagId}";

  test("has a controller and an SDK function there, and none where it was", () => {
    const controller = after(bbs, WORDS, "src/controllers/bbs/admin/words/BbsAdminWordsController.ts");
    expect(controller).toContain('@Controller("/bbs/admin/words")');
    expect(controller).toContain("return await deleteBbsAdminWordsTagId({");
    expect(after(bbs, WORDS, "src/controllers/bbs/admin/tags/BbsAdminTagsController.ts")).not.toContain(
      "erase",
    );
    const sdk = after(bbs, WORDS, "src/api/functional/bbs/admin/words/index.ts");
    expect(sdk).toContain("`/bbs/admin/words/${encodeURIComponent(");
    expect(after(bbs, WORDS, "src/api/functional/bbs/admin/tags/index.ts")).not.toContain("erase");
  });

  test("is called where it is by its tests", () => {
    const path = "test/features/api/tag/test_api_tag_erase.ts";
    expect(after(bbs, WORDS, path)).toContain("api.functional.bbs.admin.words.erase(");
  });

  test("leaves nothing behind that served it alone", () => {
    const line = "move operation GET /bbs/admin/dashboard to /bbs/admin/board";
    const ending = planned(bbs, line);
    if (ending.kind !== "plan") throw new Error(ending.kind);
    const head = applyEdits(bbs, ending.edits());
    expect([...head.files.keys()].filter((path) => /admin\/dashboard/.test(path))).toEqual([]);
    expect(head.files.get("src/MyModule.ts")?.text).not.toContain("BbsAdminDashboardController");
  });

  test("is called like the end of its path where it was before", () => {
    const line =
      "move operation PUT /todoApp/user/todos/{todoId}/complete to /todoApp/user/todos/{todoId}/finish";
    const path = "src/api/functional/todoApp/user/todos/index.ts";
    expect(after(todo, line, path)).toContain("export async function finish(");
  });

  const KEPT = `${WORDS} keeping old paths`;

  test("says at its old path where it is, which no SDK knows", () => {
    const text = after(bbs, KEPT, "src/controllers/MovedController.ts");
    expect(text).toContain('@Delete("bbs/admin/tags/:tagId") @Redirect() public deleteBbsAdminTagsTagId(');
    expect(text).toContain("* @deprecated * @ignore */");
    expect(text).toContain("url: `/bbs/admin/words/${encodeURIComponent(tagId)}${query}`, statusCode: 308");
    expect(after(bbs, KEPT, "src/MyModule.ts")).toContain("MovedController, ]");
    expect(after(bbs, KEPT, "test/features/api/moved/test_api_moved_paths.ts")).toContain(
      '["DELETE", "/bbs/admin/tags/some1", "/bbs/admin/words/some1"],',
    );
  });

  test("leads on from further paths, and is not moved back over one", () => {
    const ending = planned(bbs, KEPT);
    if (ending.kind !== "plan") throw new Error(ending.kind);
    const head = applyEdits(bbs, ending.edits());
    const base = readSpec(bbs).api;
    expect(contractChanges(base, readSpec(head).api, ending.plan.renames)).toMatchObject([
      { effect: "operation moved, its old path is deprecated", name: "DELETE /bbs/admin/tags/{tagId}" },
    ]);
    expect(said(head, KEPT)).toEqual([
      "DELETE /bbs/admin/words/{tagId} is there, and DELETE /bbs/admin/tags/{tagId} is not.",
    ]);
    expect(said(head, "move operation DELETE /bbs/admin/words/{tagId} to /bbs/admin/tags/{tagId}")).toEqual([
      "src/controllers/MovedController.ts leads on from DELETE /bbs/admin/tags/{tagId} to another path.",
      "Take that method out first.",
    ]);
    const further = "move operation DELETE /bbs/admin/words/{tagId} to /bbs/admin/terms/{tagId}";
    const led = after(head, further, "src/controllers/MovedController.ts");
    expect(led).toContain("* It is `DELETE /bbs/admin/terms/{tagId}` now.");
    expect(led).toContain("url: `/bbs/admin/terms/${encodeURIComponent(tagId)}${query}`");
    const board = "move operation GET /bbs/admin/dashboard to /bbs/admin/board keeping old paths";
    const text = after(head, board, "src/controllers/MovedController.ts");
    expect(text).toContain('import { Controller, Delete, Get, Param, Redirect, Req } from "@nestjs/common";');
    expect(text).toContain('@Get("bbs/admin/dashboard")');
    expect(after(head, board, "test/features/api/moved/test_api_moved_paths.ts")).toContain(
      '["GET", "/bbs/admin/dashboard", "/bbs/admin/board"], ];',
    );
  });

  test("keeps no path that another operation would answer", () => {
    const line = "move operation GET /bbs/admin/dashboard to /bbs/admin/board keeping old paths";
    const odd = makeBackend("bbs", [
      ...[...bbs.files.values()].flatMap(({ path, text }) => (text === null ? [] : [[path, text] as const])),
      [
        "src/controllers/OddController.ts",
        `import { TypedRoute } from "@nestia/core";
import { Controller } from "@nestjs/common";
@Controller("bbs/admin")
export class OddController {
  @TypedRoute.Get(":thing")
  public async at(): Promise<void> {}
}
`,
      ],
    ]);
    expect(said(odd, line)[0]).toBe(
      "src/controllers/OddController.ts answers GET /bbs/admin/dashboard as GET /bbs/admin/{thing}.",
    );
  });

  test("of a renamed feature leads on with each of its paths", () => {
    const line = "rename tags to words keeping old paths";
    const text = after(bbs, line, "src/controllers/MovedController.ts");
    expect(text).toContain('@Patch("bbs/tags")');
    expect(text).toContain('@Delete("bbs/admin/tags/:tagId")');
    expect(text).toContain("`/bbs/admin/words/${encodeURIComponent(tagId)}${query}`");
  });
});
