import { describe, expect, test } from "@jest/globals";
import { printChange } from "../../src/change/forms.js";
import { orderChanges } from "../../src/run/order-changes.js";
import { changesOf } from "../cases/plan-lines.js";

const MODEL = 'add model notice (title: string, status: "draft" | "done") by admin with create';
const FINISH = "add operation transition notice from draft to done by admin as finish";
const READ = "add operation read to notices by anyone";

function ordered(...lines: readonly string[]): readonly string[] {
  return orderChanges(changesOf(lines.join("\n"))).map(printChange);
}

describe("the changes of one request", () => {
  test("come behind the model that they are about", () => {
    expect(ordered(FINISH, READ, MODEL)).toEqual([MODEL, FINISH, READ]);
  });

  test("come behind the column that holds the state", () => {
    const field = 'add field status: "draft" | "done" to tags default "draft"';
    const finish = "add operation transition tag from draft to done by admin as finish";
    expect(ordered(finish, field)).toEqual([field, finish]);
  });

  test("speak of an actor before he has another name, and behind his places", () => {
    const rename = "rename actor admin to moderator";
    const split = "split actor admin by position into junior, senior, existing as senior";
    const erase = "change operation DELETE /bbs/admin/tags/{tagId} to by admin.senior";
    expect(ordered(rename, erase, split)).toEqual([split, erase, rename]);
  });

  test("speak of an actor before he goes, and behind who is to follow him", () => {
    const remove = "remove actor admin, operations to keeper";
    const add = "add actor keeper";
    const erase = "change operation DELETE /bbs/admin/tags/{tagId} to by member";
    expect(ordered(remove, erase, add)).toEqual([erase, add, remove]);
    const next = "remove actor keeper, operations to member";
    expect(ordered(next, remove)).toEqual([remove, next]);
  });

  test("stay as they were written otherwise", () => {
    const lines = ["remove likes", READ, "remove model bbs_tags"];
    expect(ordered(...lines)).toEqual(lines);
  });
});
