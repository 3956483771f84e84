import { describe, expect, it } from "@jest/globals";
import { branchName } from "../../src/run/branch-name.js";

describe("branchName", () => {
  it("takes what a branch may carry", () => {
    expect(branchName("remove Article Comments", 12)).toBe("autobe/12-remove-article-comments");
    expect(branchName("remove comments", null)).toBe("autobe/remove-comments");
    expect(branchName(`remove ${"x".repeat(300)}`, 1).length).toBeLessThan(70);
  });

  it("does without a slug where no letter is left", () => {
    expect(branchName("remove コメント", 12)).toBe("autobe/12");
    expect(branchName("remove 🎉", null)).toMatch(/^autobe\/[0-9a-f]{12}$/);
  });
});
