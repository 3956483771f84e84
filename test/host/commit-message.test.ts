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
