import { describe, expect, it } from "@jest/globals";
import type { SectionIndex } from "../../../src/retrieve/index/section-index.js";
import { updateIndex } from "../../../src/retrieve/index/update-index.js";
import { CountingEmbedder } from "../counting-embedder.js";
import { SHOP, section } from "../section.js";

async function indexed() {
  const { index } = await updateIndex(null, SHOP, new CountingEmbedder());
  return { index, embedder: new CountingEmbedder() };
}

describe("the index of sections", () => {
  it("embeds each section once at first", async () => {
    const embedder = new CountingEmbedder();
    const { embedded, kept } = await updateIndex(null, SHOP, embedder);
    expect([embedded.length, kept, embedder.asked.length]).toEqual([4, 0, 4]);
  });

  it("embeds nothing where nothing has changed, whatever way it was stored", async () => {
    const { index, embedder } = await indexed();
    const stored = JSON.parse(JSON.stringify(index)) as SectionIndex;
    const again = await updateIndex(stored, SHOP.toReversed(), embedder);
    expect(again).toEqual({ index, embedded: [], kept: 4 });
    expect(embedder.asked).toEqual([]);
  });

  it("embeds one changed section alone, and forgets what it said before", async () => {
    const { index, embedder } = await indexed();
    const changed = SHOP.map((each) => (each.title === "Refunds" ? { ...each, text: "No refunds." } : each));
    const { embedded, kept, index: after } = await updateIndex(index, changed, embedder);
    expect([embedded, kept]).toEqual([["shop#refunds"], 3]);
    expect(embedder.asked).toEqual(["Shop / Refunds\nNo refunds."]);
    expect(Object.keys(after.vectors).length).toBe(4);
  });

  it("embeds what is new and drops what is gone", async () => {
    const { index, embedder } = await indexed();
    const {
      embedded,
      kept,
      index: after,
    } = await updateIndex(
      index,
      [...SHOP.slice(1), section("Gifts", "THE system SHALL wrap gifts.")],
      embedder,
    );
    expect([embedded, kept, Object.keys(after.vectors).length]).toEqual([["shop#gifts"], 3, 4]);
  });

  it("embeds again what stands under another heading", async () => {
    const { index, embedder } = await indexed();
    const renamed = SHOP.map((each) =>
      each.trail.includes("Depot") ? { ...each, trail: ["Shop", "Warehouse"] } : each,
    );
    expect((await updateIndex(index, renamed, embedder)).embedded).toEqual(["shop#deliveries"]);
  });

  it("takes a document that has moved for what it was", async () => {
    const { index, embedder } = await indexed();
    const moved = SHOP.map((each) => ({
      ...each,
      id: `new-${each.id}`,
      path: "docs/analysis/new.md",
      line: 90,
    }));
    expect((await updateIndex(index, moved, embedder)).embedded).toEqual([]);
  });

  it("embeds everything again for another embedder", async () => {
    const { index } = await indexed();
    const other = new CountingEmbedder("other");
    const { embedded, kept, index: after } = await updateIndex(index, SHOP, other);
    expect([embedded.length, kept, after.embedder]).toEqual([4, 0, "other"]);
  });

  it("embeds each passage of a long section", async () => {
    const embedder = new CountingEmbedder();
    const long = section(
      "Rules",
      Array.from({ length: 40 }, (_, index) => `- ${index} ${"word ".repeat(20)}`).join("\n"),
    );
    const { index } = await updateIndex(null, [long], embedder);
    const [vectors] = Object.values(index.vectors);
    expect(vectors?.length).toBe(embedder.asked.length);
    expect(embedder.asked.length).toBeGreaterThan(2);
  });
});
