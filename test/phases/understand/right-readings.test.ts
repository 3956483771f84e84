import { describe, expect, it } from "@jest/globals";
import { printChange } from "../../../src/change/forms.js";
import { readValue } from "../../../src/model/loop/read-answer.js";
import { recordedStep } from "./recorded-step.js";
import { RECORDED_TEXTS } from "./recorded-texts.js";

async function reading(index: number) {
  const text = RECORDED_TEXTS[index];
  if (text === undefined) throw new Error("There is no such text");
  const read = await readValue(text.right, await recordedStep(text));
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  const { changes, intentions, questions, contradictions } = read.value;
  return {
    lines: changes.map(({ change }) => printChange(change)),
    others: [intentions.length, questions.length, contradictions.length],
  };
}

describe("what a text asks for, as types, rules and planning take it", () => {
  it.each<[number, readonly string[], readonly number[]]>([
    [0, ["remove comments"], [0, 0, 0]],
    [
      1,
      [
        "add field subtitle: string? to bbs_articles in read, create, update, summary",
        "change property subtitle of bbs_articles to max length 120",
      ],
      [0, 0, 0],
    ],
    [
      2,
      [
        "add model category_follow of bbs_categories (member: member) by member with create, list, delete",
        "add field muted: boolean to bbs_categories default false",
      ],
      [2, 0, 0],
    ],
    [
      3,
      ["change operation DELETE /bbs/admin/tags/{tagId} to by admin", "rename commendations to awards"],
      [0, 0, 0],
    ],
    [4, [], [0, 1, 0]],
    [5, [], [1, 0, 1]],
    [6, ["remove field color from todo_app_labels", "rename lists to projects"], [0, 0, 0]],
    [
      7,
      [
        'add field severity: "low" | "normal" | "high" to todo_app_todos default normal',
        "add property attachments_count: count of todo_app_todo_attachments to todo_app_todos in summary",
        "add unique index on todo_app_labels(todo_app_user_id, name)",
      ],
      [0, 0, 0],
    ],
    [8, ["change field due_at of todo_app_todos to required default 2030-12-31"], [0, 0, 0]],
    [
      9,
      [
        "add model habit (title: string, days_per_week: int, paused: boolean default false) by user with create, read, list, update, delete",
      ],
      [1, 0, 0],
    ],
  ])("%i", async (index, lines, others) => {
    expect(await reading(index)).toEqual({ lines, others });
  });
});
