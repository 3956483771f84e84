import { describe, expect, it } from "@jest/globals";
import { ngramEmbedder } from "../../src/retrieve/embedding/ngram-embedder.js";
import { corpusOf } from "./corpus.js";
import { answer, type Corpora, recall } from "./measure-retrieval.js";
import { readQuestions } from "./questions.js";
import { syntheticDocuments } from "./synthetic/synthetic-documents.js";

const corpora: Corpora = { bbs: corpusOf("bbs"), todo: corpusOf("todo") };
const questions = readQuestions();

describe("what retrieval is measured on", () => {
  it("is 30 questions for each backend, of which a third was tuned on", () => {
    expect(questions.filter(({ backend }) => backend === "bbs").length).toBe(30);
    expect(questions.filter(({ backend }) => backend === "todo").length).toBe(30);
    expect(questions.filter(({ tune }) => tune).length).toBe(20);
  });

  it("has the sections that the questions name", () => {
    const lost = questions.filter(({ backend, sections }) => {
      const ids = new Set(corpora[backend].own.map(({ id }) => id));
      return sections.length === 0 || sections.some((id) => !ids.has(id));
    });
    expect(lost).toEqual([]);
  });

  it("has at least 300 sections of other businesses, the same ones each time", () => {
    for (const { own, all } of Object.values(corpora))
      expect(all.length - own.length).toBeGreaterThanOrEqual(300);
    expect(syntheticDocuments()).toEqual(syntheticDocuments());
  });
});

// Somewhat below what `npm run retrieval` prints, so that a section more does not fail it.
describe("without an endpoint", () => {
  it("most sections are found by the backend's own words", async () => {
    const answers = await answer(questions, "inProductWords", corpora, ngramEmbedder);
    expect(recall(answers, ({ fused }) => fused, 10)).toBeGreaterThan(0.7);
    expect(Math.max(...answers.map(({ returned }) => returned.length))).toBeLessThanOrEqual(10);
  });
});
