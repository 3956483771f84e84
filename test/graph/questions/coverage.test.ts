import { expect, test } from "@jest/globals";
import { buildGraph } from "../../../src/graph/build-graph.js";
import { coverage } from "../../../src/graph/questions/coverage.js";
import { testBackend } from "../test-backend.js";

const DOCUMENT = `# Board

What this is about.

## Articles

Members write articles.

### Length

A title has 100 characters at most.

## Tags

Colours that are chosen.

## Moderation

Nobody wrote what this needs.

## Nothing is said here
`;

const of = (cited: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  coverage(buildGraph(testBackend({ "docs/analysis/01-articles.md": DOCUMENT, ...more })), new Set(cited));

test("sections are served by what works on the models that they name, or by who cites them", () => {
  const { sections } = of([]);
  expect(sections).toMatchObject({ all: 5 });
  expect(sections.without).toEqual(["01-articles#board", "01-articles#moderation"]);
  expect(of(["01-articles#moderation"]).sections.without).toEqual(["01-articles#board"]);
});

test("a model without operations serves no section", () => {
  const gone = "export async function getTags() {\n  return [];\n}\n";
  expect(of([], { "src/providers/getTags.ts": gone }).sections.without).toContain("01-articles#tags");
});

test("operations are tested by what tests and their helpers call", () => {
  expect(of([]).operations).toEqual({ all: 2, without: ["GET /articles/{id}"] });
});
