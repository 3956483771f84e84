import { describe, expect, test } from "@jest/globals";
import { isChangeCommand } from "../../src/change/command.js";
import { printChange } from "../../src/change/forms.js";
import { parseCommand } from "../../src/change/parse-command.js";
import { planChange } from "../../src/plan/plan-change.js";
import type { Planned } from "../../src/plan/planned.js";
import { applyEdits } from "../../src/source/apply-edits.js";
import type { Backend } from "../../src/source/backend.js";
import { makeBackend } from "../../src/source/make-backend.js";
import { contractChanges } from "../../src/spec/contract/contract-changes.js";
import { NO_RENAMES } from "../../src/spec/renames.js";
import { readSpec } from "../../src/spec/spec.js";
import { fixtureBackend } from "../support/fixture-backend.js";
import { changeOf } from "../support/change-of.js";

const BBS = fixtureBackend("bbs");
const TODO = fixtureBackend("todo");

function plan(line: string, backend: Backend): Planned {
  return planChange(backend, changeOf(line), new Map());
}

/** The backend after a change. */
function after(line: string, backend: Backend): Backend {
  const planned = plan(line, backend);
  if (planned.kind !== "plan") throw new Error(JSON.stringify(planned));
  const head = applyEdits(backend, planned.edits());
  expect(plan(line, head).kind).toBe("nothing-to-do");
  return head;
}

function withFile(backend: Backend, path: string, from: string, to: string): Backend {
  const texts = [...backend.files.values()].map((file): [string, string] => [
    file.path,
    file.path === path ? (file.text ?? "").replace(from, () => to) : (file.text ?? ""),
  ]);
  return makeBackend("tree", texts);
}

const ARTICLE = "src/api/structures/IBbsArticle.ts";

describe("limits of a property", () => {
  test("replace those that are there, join the others, and leave what is shown alone", () => {
    const text = after("change property title of articles to max length 120, min length 2", BBS).files.get(
      ARTICLE,
    );
    expect(text?.text).toContain("    title: string & tags.MinLength<2> & tags.MaxLength<120>;");
    expect(text?.text).toContain(
      "    title?: (string & tags.MinLength<2> & tags.MaxLength<120>) | undefined;",
    );
    expect(text?.text).toContain("  title: string;");
  });

  test("go away together", () => {
    const head = after("change property title of articles to unconstrained", BBS);
    expect(head.files.get(ARTICLE)?.text).toContain("    title?: string | undefined;");
    expect(head.files.get(ARTICLE)?.text).not.toContain("tags.MaxLength<200>");
  });

  test("can be said of one DTO, and of one that is shown", () => {
    const own = after("change property title of IBbsArticle.IUpdate to max length 99", BBS).files.get(
      ARTICLE,
    );
    expect(own?.text).toContain("    title: string & tags.MinLength<1> & tags.MaxLength<200>;");
    expect(own?.text).toContain("tags.MaxLength<99>) | undefined;");
    const shown = plan("change property title of articles to max length 99 in summary", BBS);
    expect(shown).toMatchObject({
      plan: {
        narrowings: [
          {
            model: "bbs_articles",
            field: "title",
            to: { kind: "bound", of: "length", least: null, most: 99 },
          },
        ],
      },
    });
  });

  test("are kept by what tests send, and by what they expect of it", () => {
    const head = after("change property display_order of categories to min 1, max 5", BBS);
    const text = head.files.get("test/features/api/category/test_api_category_update.ts")?.text;
    expect(text).toContain("body: { display_order: 5 }");
    expect(text).toContain('TestValidator.equals("order", updated.displayOrder, 5)');
  });

  test("are kept by lists of what is expected, too", () => {
    const head = after("change property title of subtasks to min length 9", TODO);
    const path = "test/features/api/todos/test_api_todo_create_with_labels_and_subtasks.ts";
    const text = head.files.get(path)?.text;
    expect(text).toContain('[{ title: "First----" }, { title: "Second---" }]');
    expect(text).toContain('["First----", "Second---"]');
  });

  test("leave alone what makes values that keep to them", () => {
    const planned = plan("change property title of lists to min length 3, max length 120", TODO);
    if (planned.kind !== "plan") throw new Error(planned.kind);
    expect(planned.edits().map(({ path }) => path)).toEqual(["src/api/structures/ITodoAppList.ts"]);
  });

  test("say to callers whether they are tighter", () => {
    const effects = (line: string): readonly (readonly [string, boolean])[] =>
      contractChanges(readSpec(TODO).api, readSpec(after(line, TODO)).api, NO_RENAMES).map(
        ({ effect, breaking }) => [effect, breaking] as const,
      );
    expect(effects("change property title of lists to max length 50")).toEqual([
      ["limits tightened", true],
      ["limits tightened", true],
    ]);
    expect(effects("change property title of lists to max length 500 in create")).toEqual([
      ["limits relaxed", false],
    ]);
    expect(effects("change property color of labels to pattern /^#[0-9a-f]{6}$/ in update")).toEqual([
      ["limits tightened", true],
      ["limits relaxed", false],
    ]);
  });

  test("a column that holds fewer letters is said", () => {
    const planned = plan("change property url of article_files to max length 4000", BBS);
    expect(planned).toMatchObject({
      plan: { notices: expect.arrayContaining([expect.objectContaining({ kind: "lost-limit" })]) },
    });
  });
});

describe("limits that cannot be", () => {
  test.each([
    [
      "change property title of articles to min 3",
      `${ARTICLE}:123 has IBbsArticle.ICreate.title as string & tags.MinLength<1> & tags.MaxLength<200>, which is no number.`,
    ],
    [
      "change property display_order of categories to max length 3",
      `src/api/structures/IBbsCategory.ts:83 has IBbsCategory.ICreate.display_order as number & tags.Type<"int32">, which is no text.`,
    ],
    [
      "change property comment_policy of articles to max length 9",
      `${ARTICLE}:137 has IBbsArticle.ICreate.comment_policy as a set of values, which says all there is.`,
    ],
    [
      "change property title of articles to min length 300",
      `${ARTICLE}:123 has limits of IBbsArticle.ICreate.title already. Together with them: no text has at least 300 and at most 200 letters.`,
    ],
    [
      "change property title of articles to min length 3, max length 2",
      "No text has at least 3 and at most 2 letters.",
    ],
    ["change property title of articles to pattern /[/", "/[/ is no regular expression."],
    ["change property title of articles to format mail", `There is no format "mail" here.`],
    ["change property title of articles to min length 1.5", "A length is a whole number of letters."],
    [
      "change property title of articles to max length 200",
      "IBbsArticle.ICreate.title, IBbsArticle.IUpdate.title: the limits are so already.",
    ],
    [
      "change property created_at of articles to max length 3",
      `bbs_articles has no "created_at" in what callers write; it is in read, summary: say … in read.`,
    ],
    ["change property titel of articles to max length 3", `No DTO of bbs_articles has a property "titel".`],
    [
      "change property nickname of members to pattern /^[a-z]+$/",
      "test/authorize/authorize_bbs_member_join.ts:20 cannot follow by rule: RandomGenerator.alphabets(12) may be outside the new limits.",
    ],
  ])("%s: %s", (line, reason) => {
    expect(plan(line, BBS)).toMatchObject({ reason });
  });

  test("a limit in a comment is no type", () => {
    const base = withFile(
      BBS,
      ARTICLE,
      "    title: string & tags.MinLength<1>",
      "    /** @minLength 1 */\n    title: string",
    );
    expect(plan("change property title of articles to max length 9", base)).toMatchObject({
      reason: expect.stringContaining(
        "says a limit of IBbsArticle.ICreate.title in its comment: @minLength.",
      ),
    });
  });

  test("a test that wants a value to be refused stays true, or is named", () => {
    const path = "test/features/api/category/test_api_category_update.ts";
    const base = withFile(BBS, path, "{ display_order: 7 }", '{ display_order: 7, name: "" }');
    expect(plan("change property name of categories to min length 0", base)).toMatchObject({
      reason: expect.stringContaining('"" was outside the limits, and is no more: a test expects so.'),
    });
    expect(plan("change property name of categories to min length 2", base).kind).toBe("plan");
  });
});

describe("lines about limits", () => {
  test.each([
    "change property title of articles to min length 1, max length 80",
    "change property title of articles to pattern /^a, b and c\\/d$/ in create",
    "change property price of IShopOrder.ICreate to min -0.5, max 10",
    "change property email of members to format email in create, update",
    "change property title of articles to unconstrained",
  ])("%s is printed as it was read", (line) => {
    const change = changeOf(line);
    expect(change.kind).toBe("change-constraint");
    expect(printChange(change)).toBe(line);
  });

  test.each([
    "change property title of articles to min 1, min 2",
    "change property title of articles to small",
  ])("%s is no change", (line) => {
    expect(isChangeCommand(parseCommand(line))).toBe(false);
  });
});
