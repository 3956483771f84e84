import { describe, expect, it } from "@jest/globals";
import { ngramEmbedder } from "../../src/retrieve/embedding/ngram-embedder.js";
import { makeRetriever } from "../../src/retrieve/make-retriever.js";
import { CountingEmbedder } from "./counting-embedder.js";
import { SHOP, section } from "./section.js";

describe("a retriever", () => {
  it("says of each section why it was found", async () => {
    const ask = await makeRetriever(SHOP, new CountingEmbedder());
    const { hits, embedder } = await ask("money back");
    expect(embedder).toBe("counting");
    expect(hits[0]).toMatchObject({
      section: { id: "shop#refunds" },
      score: 1,
      lexical: { rank: 1, terms: [{ term: "money" }, { term: "back" }] },
      semantic: { rank: 1 },
    });
  });

  it("finds by vectors what shares no word with the question", async () => {
    const ask = await makeRetriever(SHOP, new CountingEmbedder("synonyms", ["deliver", "ship"]));
    const { hits } = await ask("shop: undeliverable");
    expect(hits[0]).toMatchObject({ section: { id: "shop#deliveries" }, semantic: { rank: 1 } });
  });

  it("gives as many as the scores say", async () => {
    const many = Array.from({ length: 40 }, (_, index) => section(`Rule ${index}`, "Some rule of the shop."));
    const ask = await makeRetriever([...many, ...SHOP], ngramEmbedder);
    const { hits, end, next } = await ask("refund the money of an order");
    expect(hits[0]?.section.id).toBe("shop#refunds");
    expect(hits.length).toBeLessThan(5);
    expect(end).toBe("knee");
    expect(next?.score).toBeLessThan(hits.at(-1)?.score ?? 0);
  });

  it("never gives more than its limit", async () => {
    const many = Array.from({ length: 40 }, () => section("Rule", "An order follows a rule."));
    const ask = await makeRetriever(many, ngramEmbedder, 6);
    const { hits, end } = await ask("rules of orders");
    expect([hits.length, end]).toEqual([6, "limit"]);
  });

  it("gives nothing where nothing is asked or nothing is there", async () => {
    const nothing = { hits: [], next: null, end: "all" };
    expect(await (await makeRetriever(SHOP, ngramEmbedder))("  ")).toMatchObject(nothing);
    expect(await (await makeRetriever([], ngramEmbedder))("orders")).toMatchObject(nothing);
  });

  it("answers the same question the same way", async () => {
    const [first, second] = [
      await makeRetriever(SHOP, ngramEmbedder),
      await makeRetriever(SHOP, ngramEmbedder),
    ];
    expect(await first("orders of customers")).toEqual(await second("orders of customers"));
  });
});
