import { describe, expect, it } from "@jest/globals";
import { parseComment } from "../../src/change/parse-comment.js";

const remove = (target: string) => ({ verb: "remove", change: { kind: "remove-feature", target } });

describe("parseComment", () => {
  it("reads the command that starts a comment", () => {
    expect(parseComment("/autobe remove comments")).toEqual([remove("comments")]);
    expect(parseComment("\n  /AutoBE REMOVE  Article   Comments.\r\n\r\nThanks!")).toEqual([
      remove("Article Comments"),
    ]);
    expect(parseComment("/autobe remove `bbs_article_comments`")).toEqual([remove("bbs_article_comments")]);
  });

  it("takes the following lines up to a blank one", () => {
    const body = "/autobe answer abcdef012345 drop-check\n/autobe answer 0123456789ab KEEP\n\nanswer 1 keep";
    expect(parseComment(body)).toEqual([
      { verb: "answer", id: "abcdef012345", option: "drop-check" },
      { verb: "answer", id: "0123456789ab", option: "keep" },
    ]);
    expect(parseComment("/autobe remove tags\r\nremove likes")).toEqual([remove("tags"), remove("likes")]);
  });

  it("ignores comments that do not start with a command", () => {
    for (const body of [
      "",
      "please /autobe remove comments",
      "> /autobe remove comments",
      "```\n/autobe remove comments\n```",
      "/autobender remove comments",
      "Hello\n/autobe remove comments",
    ])
      expect(parseComment(body)).toEqual([]);
  });

  it("ignores fences and quotes between the lines of a request", () => {
    const body = "/autobe remove tags\n> remove likes\n```sql\n\ndrop table x;\n```\nremove files";
    expect(parseComment(body)).toEqual([remove("tags"), remove("files")]);
    expect(parseComment("/autobe remove tags\n```\nremove likes")).toEqual([remove("tags")]);
  });

  it("answers what it does not know with the nearest command", () => {
    expect(parseComment("/autobe remvoe comments")).toEqual([
      {
        verb: "invalid",
        line: "remvoe comments",
        problem: 'there is no command "remvoe"',
        suggestion: "remove comments",
      },
    ]);
    expect(parseComment("/autobe")).toMatchObject([{ verb: "invalid", suggestion: "help" }]);
    expect(parseComment("/autobe 削除 コメント")).toMatchObject([{ verb: "invalid", suggestion: "help" }]);
    expect(parseComment("/autobe constructor x")).toMatchObject([{ verb: "invalid" }]);
  });

  it("does not let hidden characters into names", () => {
    expect(parseComment("/autobe remove com\u200bments\u202e")).toEqual([remove("comments")]);
  });

  it("handles a comment of 100 kB", () => {
    expect(parseComment(`/autobe remove comments\n\n${"x".repeat(100_000)}`)).toEqual([remove("comments")]);
    const [command, ...rest] = parseComment(`/autobe ${"x ".repeat(50_000)}`);
    expect(rest).toEqual([]);
    expect(command).toMatchObject({ verb: "invalid", suggestion: "help" });
    expect(parseComment("/autobe remove x\n".repeat(6_000)).length).toBe(200);
    expect(parseComment(" ".repeat(100_000))).toEqual([]);
  });
});
