import { describe, expect, it } from "@jest/globals";
import { sectionMaterial, shownSections } from "../../../src/phases/material/shown-sections.js";
import { ngramEmbedder } from "../../../src/retrieve/embedding/ngram-embedder.js";
import { corpusOf } from "../../retrieval/corpus.js";

const { own, all } = corpusOf("bbs");
const TEXT = "Members should be able to edit the comments that they wrote.";

async function shown(sections: typeof all) {
  const said: string[] = [];
  const ports = { embedder: ngramEmbedder, say: (text: string) => void said.push(text) };
  const found = await shownSections(TEXT, sections, ports);
  return { ids: found.map(({ id }) => id), said, material: sectionMaterial(found) };
}

describe("requirements that a step is shown", () => {
  it("are all of them where they are few", async () => {
    const { ids, said } = await shown(own);
    expect(ids).toEqual(own.map(({ id }) => id));
    expect(said).toEqual([
      expect.stringMatching(/^shows all 33 sections of the requirements, about \d+ tokens$/),
    ]);
  });

  it("are those that a text is about where they are many, in the order of the documents", async () => {
    const { ids } = await shown(all);
    expect(ids).toContain("03-functional-requirements#writing-comments");
    expect(ids.length).toBeLessThanOrEqual(10);
    expect(ids).toEqual(all.map(({ id }) => id).filter((id) => ids.includes(id)));
  });

  it("are told in the log, each with its score and why", async () => {
    const { ids, said } = await shown(all);
    for (const id of ids)
      expect(said).toContainEqual(expect.stringMatching(new RegExp(`^ {2}\\d\\.\\d\\d ${id} .*#\\d`)));
    expect(said[0]).toContain(`${ids.length} sections`);
  });

  it("are the same ones each time, to the letter", async () => {
    expect(await shown(all)).toEqual(await shown(all));
  });

  it("are no material, and nothing to tell, where there are none", async () => {
    expect(await shown([])).toEqual({ ids: [], said: [], material: [] });
  });
});
