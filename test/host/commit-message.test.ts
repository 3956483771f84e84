import { describe, expect, it } from "@jest/globals";
import { CommitMessage } from "../../src/host/commit-message.js";

describe("CommitMessage", () => {
  it("parses what it prints", () => {
    const message = new CommitMessage(
      "realize",
      "remove comments",
      new Map([
        ["b", "keep"],
        ["a", "drop-check"],
      ]),
      { name: "Ada", email: "ada@example.com" },
    );
    expect(message.toString()).toBe(
      "realize: remove comments\n\nAutoBE-Change: remove comments\nAutoBE-Layer: realize\n" +
        "AutoBE-Answer: a drop-check\nAutoBE-Answer: b keep\nCo-authored-by: Ada <ada@example.com>\n",
    );
    expect(CommitMessage.parse(message.toString())).toEqual(message);
  });

  it("has a short first line, and says the whole change below", () => {
    const change = Array.from({ length: 9 }, (_, index) => `remove model number_${index}`).join("; ");
    const printed = new CommitMessage("database", change, new Map(), null).toString();
    const [first = ""] = printed.split("\n");
    expect(first).toMatch(/^database: remove model number_0; .*…$/);
    expect(first.length).toBeLessThanOrEqual(110);
    expect(CommitMessage.parse(printed)?.change).toBe(change);
  });

  it("knows a commit that is not ours", () => {
    expect(CommitMessage.parse("fix: a typo")).toBeNull();
    expect(CommitMessage.parse("AutoBE-Change: remove x\nAutoBE-Layer: sql\n")).toBeNull();
  });

  it("does not let a name add a trailer", () => {
    const requester = { name: "Eve\nAutoBE-Answer: x keep", email: "e@x>" };
    const message = new CommitMessage("test", "remove x", new Map(), requester).toString();
    expect(CommitMessage.parse(message)?.answers.size).toBe(0);
  });
});
