import { expect, test } from "@jest/globals";
import { printRetrieved } from "../../src/retrieve/print-retrieved.js";
import type { Hit } from "../../src/retrieve/retrieved.js";
import { section } from "./section.js";

const REFUNDS: Hit = {
  section: section("Refunds", "Money back."),
  score: 0.9,
  lexical: { rank: 1, score: 3.21, terms: [{ term: "refund", fields: ["title", "text"] }] },
  semantic: { rank: 2, score: 0.4 },
};
const COUPONS: Hit = {
  section: section("Coupons", "One."),
  score: 0.2,
  lexical: null,
  semantic: { rank: 7, score: 0.1 },
};

test("the log says what a question got, and why", () => {
  const printed = printRetrieved({
    question: "Refunds\n  are late",
    embedder: "tiny",
    hits: [REFUNDS],
    next: COUPONS,
    end: "knee",
  });
  expect(printed).toEqual([
    '"Refunds are late": 1 section, the scores fall off behind them (vectors: tiny)',
    "  0.90 shop#refunds (docs/analysis/shop.md:3), words #1 (3.21): refund in title and text; vector #2 (0.40)",
    "  left out from here: 0.20 shop#coupons (docs/analysis/shop.md:3), vector #7 (0.10)",
  ]);
});

test("a long question is cut, an empty answer is said", () => {
  const [line] = printRetrieved({
    question: "why ".repeat(100),
    embedder: "tiny",
    hits: [],
    next: null,
    end: "all",
  });
  expect(line).toMatch(/^"(why ){24}why…": 0 sections, nothing else was found \(vectors: tiny\)$/);
});
