import { describe, expect, it } from "@jest/globals";
import { VERBS } from "../../src/change/command.js";
import { parseCommand } from "../../src/change/parse-command.js";
import { parseDecisions } from "../../src/change/parse-decisions.js";
import { printCommand } from "../../src/change/print-command.js";
import { isRemoveFeature } from "../../src/change/remove-feature.js";

describe("parseCommand", () => {
  it("gives back what it prints", () => {
    for (const line of [
      "remove comments",
      "remove article comment files",
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
      problem: "it is not complete: remove <feature>",
    });
    expect(parseCommand("answer abc")).toMatchObject({ verb: "invalid", suggestion: null });
    expect(parseCommand("answer abc drop-chek")).toMatchObject({ suggestion: "answer abc drop-check" });
    expect(parseCommand("answer abc keep it")).toMatchObject({ suggestion: "answer abc keep" });
    expect(parseCommand("")).toMatchObject({ verb: "invalid", suggestion: "help" });
  });

  it("knows every verb that help lists", () => {
    for (const verb of VERBS) expect(parseCommand(`${verb} x keep`).verb).toBe(verb);
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
