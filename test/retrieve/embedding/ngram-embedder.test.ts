import { describe, expect, it } from "@jest/globals";
import { ngramEmbedder } from "../../../src/retrieve/embedding/ngram-embedder.js";
import { similarity } from "../../../src/retrieve/embedding/vectors.js";

async function nearness(left: string, right: string): Promise<number> {
  const [first = [], second = []] = await ngramEmbedder.embed([left, right]);
  return similarity(first, second);
}

describe("vectors of letter groups", () => {
  it("are near for words of one family, far for others", async () => {
    const near = await nearness("commenting", "commentator");
    expect(near).toBeGreaterThan(0.4);
    expect(await nearness("commenting", "invoice")).toBeLessThan(0.1);
  });

  it("forgive mistypings", async () => {
    expect(await nearness("notifcation", "notification")).toBeGreaterThan(0.4);
  });

  it("take identifiers as their words", async () => {
    expect(await nearness("articleComments", "comments of an article")).toBeCloseTo(1);
  });

  it("depend on their own text alone", async () => {
    const [alone] = await ngramEmbedder.embed(["orders"]);
    const [, among] = await ngramEmbedder.embed(["refunds", "orders", "coupons"]);
    expect(among).toEqual(alone);
  });

  it("say nothing of a text without words", async () => {
    expect(await nearness("", "orders")).toBe(0);
  });
});
