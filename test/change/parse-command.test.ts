import { describe, expect, it } from "@jest/globals";
import { VERBS } from "../../src/change/command.js";
import type { ChangeVerb } from "../../src/change/form.js";
import { FORMS, formsOf } from "../../src/change/forms.js";
import { parseCommand } from "../../src/change/parse-command.js";
import { parseDecisions } from "../../src/change/parse-decisions.js";
import { printCommand } from "../../src/change/print-command.js";
import { isRemoveFeature } from "../../src/change/kinds/remove-feature.js";

describe("parseCommand", () => {
  it("gives back what it prints", () => {
    for (const line of [
      "remove comments",
      "remove article comment files",
      "remove field description from categories",
      "remove field note from *",
      "remove field note from * where stance = primary",
      "rename field body of articles to content",
      "rename model bbs_articles to bbs_posts",
      "rename articles to posts",
      "remove model bbs_article_comments",
      "add model notice (title: string, pinned: boolean default false) by admin with create, delete and by anyone with read, list",
      'add model opening hour of shops (day: "mon" | "tue, or so", kind: ("a" | "b")? default "a") by owner with create',
      "add model visit by anyone with create",
      "add model code (value: string unique, member: member?) by admin with list",
      "add field created_by: member | admin to * where stance = primary",
      "add field created_by: (member | admin)? to articles in read, summary",
      "add relation parent: categories? to categories",
      "add relation cover: files? to articles unique on delete set null in read, create",
      "change on delete of category of articles to set null",
      "remove relation article from commendations",
      "add actor moderator",
      "add actor moderator like admin",
      "rename actor admin to moderator",
      "remove actor admin",
      "remove actor admin, operations removed",
      "remove actor admin, operations to member",
      "split actor admin by position into moderator, supervisor",
      "split actor admin by position into moderator, supervisor, existing as supervisor",
      "change operation DELETE /bbs/tags/{tagId} to by admin.supervisor, admin.position.director",
      "answer abcdef012345 drop-operation",
      "accept drop-table",
      "explain BbsArticleTransformer",
      "explain GET /bbs/articles/{articleId}",
      "status",
      "help",
    ]) {
      const command = parseCommand(line);
      expect(printCommand(command)).toBe(line);
      expect(parseCommand(printCommand(command))).toEqual(command);
    }
  });

  it("says what is missing", () => {
    expect(parseCommand("remove")).toMatchObject({
      verb: "invalid",
      problem: expect.stringMatching(/^it is not complete: remove field <name> .*; remove <feature>$/),
    });
    expect(parseCommand("answer abc")).toMatchObject({ verb: "invalid", suggestion: null });
    expect(parseCommand("answer abc drop-chek")).toMatchObject({ suggestion: "answer abc drop-check" });
    expect(parseCommand("answer abc keep it")).toMatchObject({ suggestion: "answer abc keep" });
    expect(parseCommand("")).toMatchObject({ verb: "invalid", suggestion: "help" });
  });

  it("reads sync alone, because the branch says what changes", () => {
    expect(parseCommand("/autobe SYNC")).toEqual({ verb: "sync" });
    expect(parseCommand("sync articles")).toMatchObject({ verb: "invalid", suggestion: "sync" });
  });

  it("knows every verb that help lists", () => {
    // Nothing may stand behind these two, which is told below.
    const alone = ["apply", "sync"];
    const others = VERBS.filter((verb) => formsOf(verb as ChangeVerb).length === 0 && !alone.includes(verb));
    for (const verb of others) expect(parseCommand(`${verb} x keep`).verb).toBe(verb);
    for (const form of Object.values(FORMS)) {
      const command = parseCommand(form.example);
      expect([command.verb, printCommand(command)]).toEqual([form.verb, form.example]);
    }
  });

  it("tries every form of a verb, and says them all where none fits", () => {
    expect(parseCommand("rename field body to content")).toMatchObject({
      verb: "invalid",
      problem: expect.stringContaining("rename field <name> of <model> to <name>"),
      suggestion: "rename field body of articles to content",
    });
    expect(parseCommand("remove field notes")).toMatchObject({
      change: { kind: "remove-feature", target: "field notes" },
    });
    expect(parseCommand("REMOVE Field title FROM articles, comments")).toMatchObject({
      change: { kind: "remove-field", name: "title", from: { models: ["articles", "comments"] } },
    });
  });
});

describe("parseDecisions", () => {
  it("reads lines with and without the verb", () => {
    const text =
      "# chosen on Monday\nabcdef012345 drop-check\r\nanswer 111111111111 keep\n\n/autobe answer 222222222222 drop-operation\nabcdef012345 keep\n";
    expect(parseDecisions(text)).toEqual({
      ok: true,
      answers: new Map([
        ["abcdef012345", "keep"],
        ["111111111111", "keep"],
        ["222222222222", "drop-operation"],
      ]),
    });
  });

  it("names the lines that are no decision", () => {
    expect(parseDecisions("abc keep\nabc perhaps\nabc")).toMatchObject({
      ok: false,
      problems: [
        expect.stringMatching(/^line 2: "perhaps" is not an option/),
        expect.stringMatching(/^line 3: /),
      ],
    });
  });
});

describe("isRemoveFeature", () => {
  it("guards the kind", () => {
    expect(isRemoveFeature({ kind: "remove-feature", target: "comments" })).toBe(true);
    for (const other of [null, {}, { kind: "remove-feature", target: "" }, { kind: "rename", target: "x" }])
      expect(isRemoveFeature(other)).toBe(false);
  });
});
