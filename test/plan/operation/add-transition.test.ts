import { describe, expect, test } from "@jest/globals";
import { applyEdits } from "../../../src/source/apply-edits.js";
import { fixtureBackend } from "../../support/fixture-backend.js";
import { after, planned, said } from "./support.js";

const bbs = fixtureBackend("bbs");
const todo = fixtureBackend("todo");

describe("a transition", () => {
  test.each([
    [
      "add operation transition article from open to closd by member",
      `bbs_articles.comment_policy is never "closd".`,
      "Did you mean closed? It may be open, members, closed.",
    ],
    [
      "add operation transition article from open, closed to closed by member",
      "A row cannot go from closed to closed.",
      "Leave out one of them.",
    ],
    [
      "add operation transition articel from open to closed by member",
      `Nothing here is called "articel".`,
      "bbs_articles",
    ],
    [
      "add operation transition article from open to members by member",
      "Nothing says what it is called when a row goes to members.",
      "Say it: `/autobe add operation transition article from open to members by member as …`.",
    ],
    [
      "add operation transition article from open to closed by member as delete",
      `"delete" cannot name an operation.`,
      "Choose another name with: as <verb>.",
    ],
    [
      "add operation transition article from open to closed on title by member as close",
      "bbs_articles.title may have any value: nothing says which states there are.",
      "Give its DTOs a set of values in quotes, or name another column with: on <field>.",
    ],
    [
      "add operation transition tag from draft to done by admin as finish",
      "bbs_tags has no column that holds a state.",
      'Add one: `/autobe add field status: "draft" | "done" to tag default "draft"`.',
    ],
    [
      "add operation transition article from open to closed by admn as close",
      `There is no actor "admn".`,
      `Did you mean admin? The actors are admin, member; "anyone" needs no sign-in.`,
    ],
  ])("%s", (line, ...expected) => {
    expect(said(bbs, line)).toEqual(expected);
  });

  test("asks which of two columns holds the state", () => {
    const two = planned(bbs, 'add field mood: "calm" | "angry" to articles default "calm"');
    if (two.kind !== "plan") throw new Error(two.kind);
    const backend = applyEdits(bbs, two.edits());
    expect(said(backend, "add operation transition article from calm to angry by member as anger")).toEqual([
      "add operation transition article from calm to angry on comment_policy by member as anger",
      "add operation transition article from calm to angry on mood by member as anger",
    ]);
  });

  test("tells rows in other states from those that may go on", () => {
    const line = "add operation transition todo from low, normal to high by user as promote";
    const text = after(todo, line, "src/providers/putTodoAppUserTodosTodoIdPromote.ts");
    expect(text).toContain('if (existing.priority !== "low" && existing.priority !== "normal")');
    expect(text).toContain('throw new HttpException("Conflict: the todo is not low or normal", 409)');
    expect(text).toContain('priority: "high"');
  });

  test("is there when it is asked for again, and no other one of the name", () => {
    const line = "add operation transition article from open to closed by member as close";
    const first = planned(bbs, line);
    if (first.kind !== "plan") throw new Error(first.kind);
    const backend = applyEdits(bbs, first.edits());
    expect(said(backend, line)).toEqual(["PUT /bbs/member/articles/{articleId}/close does that already."]);
    expect(said(backend, line.replace("from open", "from members"))).toEqual([
      "PUT /bbs/member/articles/{articleId}/close is there already.",
      "Choose another name with: as <verb>.",
    ]);
  });
});
