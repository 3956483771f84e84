import { describe, expect, test } from "@jest/globals";
import { format } from "prettier";
import { formatCode } from "../../../src/generate/create/text/format-code.js";
import { planChange } from "../../../src/plan/plan-change.js";
import type { Edit } from "../../../src/source/edit.js";
import { classify } from "../../../src/source/layout.js";
import { fixtureBackend, type FixtureName } from "../../support/fixture-backend.js";
import { changeOf } from "../../support/change-of.js";

describe.each<FixtureName>(["bbs", "todo"])("code of %s", (name) => {
  test("that is laid out already stays as it is", () => {
    const files = [...fixtureBackend(name).files.values()];
    const kinds = new Set(["sdk", "dto", "controller", "collector"]);
    for (const { path, text } of files)
      if (kinds.has(classify(path)) && text !== null)
        expect([path, formatCode(text, 80)]).toEqual([path, text]);
  });
});

test.each<readonly [FixtureName, string]>([
  [
    "bbs",
    "add model notice (title: string, body: string, pinned: boolean default false, category: category?) by admin with create, update, delete and by anyone with list, read",
  ],
  [
    "bbs",
    'add model reading of comments (note: string?, kind: "a" | "b", seen: datetime, count: int, to: member) by member with create, read, list, update, delete',
  ],
  [
    "todo",
    'add model working session of todos (note: string?, kind: "a" | "b", seen: datetime, count: int, with: label) by user with create, read, list, update, delete',
  ],
  [
    "todo",
    "add model habit (name: string unique, weight: double, site: uri, since: datetime?) by user with create, read, list, update, delete and by admin with list",
  ],
])("what is made for %s is laid out as a formatter would: %s", async (name, line) => {
  for (const { path, after } of created(name, line))
    expect([path, after]).toEqual([
      path,
      await format(after ?? "", { parser: "typescript", printWidth: 80, trailingComma: "all" }),
    ]);
});

function created(name: FixtureName, line: string): readonly Edit[] {
  const change = changeOf(line);
  const planned = planChange(fixtureBackend(name), change, new Map());
  if (planned.kind !== "plan") throw new Error(JSON.stringify(planned));
  return planned.edits().filter(({ path, before }) => before === null && path.endsWith(".ts"));
}
