import { describe, expect, it } from "@jest/globals";
import { rememberingEmbedder } from "../../../src/retrieve/embedding/remembering-embedder.js";
import { makeRetriever } from "../../../src/retrieve/make-retriever.js";
import type { RequirementSection } from "../../../src/retrieve/sections/requirement-section.js";
import { CountingEmbedder } from "../counting-embedder.js";
import { SHOP, section } from "../section.js";
import { vectorMemory } from "../vector-memory.js";

const QUESTION = "money back";

/** What is embedded for a question about sections after the same one was asked about the shop. */
async function embeddedAgain(sections: readonly RequirementSection[], name = "counting") {
  const memory = vectorMemory();
  const first = rememberingEmbedder(new CountingEmbedder(), memory);
  await (
    await makeRetriever(SHOP, first)
  )(QUESTION);
  const embedder = new CountingEmbedder(name);
  await (
    await makeRetriever(sections, rememberingEmbedder(embedder, memory))
  )(QUESTION);
  return embedder.asked;
}

describe("an embedder that remembers", () => {
  it("embeds nothing twice, wherever it stands", async () => {
    expect(await embeddedAgain(SHOP.toReversed())).toEqual([]);
    const moved = SHOP.map((each) => ({ ...each, id: `new-${each.id}`, path: "docs/new.md", line: 90 }));
    expect(await embeddedAgain(moved)).toEqual([]);
  });

  it("embeds one changed section alone", async () => {
    const changed = SHOP.map((each) => (each.title === "Refunds" ? { ...each, text: "No refunds." } : each));
    expect(await embeddedAgain(changed)).toEqual(["Shop / Refunds\nNo refunds."]);
  });

  it("embeds what is new, and what stands under another heading", async () => {
    const gifts = section("Gifts", "THE system SHALL wrap gifts.");
    expect(await embeddedAgain([...SHOP.slice(1), gifts])).toEqual([
      "Shop / Gifts\nTHE system SHALL wrap gifts.",
    ]);
    const renamed = SHOP.map((each) =>
      each.trail.includes("Depot") ? { ...each, trail: ["Shop", "Warehouse"] } : each,
    );
    expect((await embeddedAgain(renamed)).map((text) => text.split("\n")[0])).toEqual([
      "Shop / Warehouse / Deliveries",
    ]);
  });

  it("takes no vector of another embedder", async () => {
    expect((await embeddedAgain(SHOP, "other")).length).toBe(SHOP.length + 1);
  });

  it("embeds each passage of a long section, and what is said twice once", async () => {
    const lines = Array.from({ length: 40 }, (_, index) => `- ${index} ${"word ".repeat(20)}`);
    const long = section("Rules", lines.join("\n"));
    const embedder = new CountingEmbedder();
    const memory = vectorMemory();
    await makeRetriever([long, { ...long, id: "shop#rules-2" }], rememberingEmbedder(embedder, memory));
    expect(embedder.asked.length).toBeGreaterThan(2);
    expect(embedder.asked.length).toBe(memory.size());
  });

  it("gives the vector that it keeps, the first time as well", async () => {
    const third = { name: "third", weight: 1, embed: async () => await Promise.resolve([[1 / 3]]) };
    const remembering = rememberingEmbedder(third, vectorMemory());
    expect(await remembering.embed(["a"])).toEqual(await remembering.embed(["a"]));
    expect(await remembering.embed(["a"])).toEqual([Float32Array.of(1 / 3)]);
  });
});
