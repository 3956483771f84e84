import { describe, expect, it } from "@jest/globals";
import { mergeTexts } from "../../src/source/merge-texts.js";

describe("mergeTexts", () => {
  it("takes what each has changed alone, line ends included", () => {
    const base = "a\r\nb\r\nc\r\nd\r\n";
    expect(mergeTexts(base, "a\r\nB\r\nc\r\nd\r\n", "a\r\nb\r\nc\r\nd\r\ne")).toEqual({
      text: "a\r\nB\r\nc\r\nd\r\ne",
      conflicts: [],
    });
  });

  it("sees no conflict in what both have done", () => {
    expect(mergeTexts("a\nb\n", "a\nc\n", "a\nc\n")).toEqual({ text: "a\nc\n", conflicts: [] });
  });

  it("keeps theirs where both have changed the same lines, and says which", () => {
    expect(mergeTexts("a\nb\nc\n", "a\nmine\nc\n", "a\nyours\nc\n")).toEqual({
      text: "a\nmine\nc\n",
      conflicts: [{ line: 2, theirs: "mine\n", others: "yours\n" }],
    });
  });

  it("merges with an empty text", () => {
    expect(mergeTexts("", "", "a\n")).toEqual({ text: "a\n", conflicts: [] });
  });
});
