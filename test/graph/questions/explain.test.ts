import { expect, test } from "@jest/globals";
import { buildGraph } from "../../../src/graph/build-graph.js";
import { explain } from "../../../src/graph/questions/explain.js";
import { testBackend } from "../test-backend.js";

const graph = buildGraph(testBackend());

test("a symbol, by its own name", () => {
  const explained = explain(graph, "AppArticleCollector.collect");
  if (explained.kind !== "found") throw new Error(explained.nearest.join());
  const [only] = explained.explanations;
  expect(only?.users).toContainEqual({
    from: "file:src/providers/postArticles.ts",
    to: only?.node.id,
    how: "calls",
  });
});

test("a file, by the end of its path", () => {
  expect(explain(graph, "postArticles.ts")).toMatchObject({ kind: "found" });
});

test("an unknown name comes with the nearest ones", () => {
  const explained = explain(graph, "app_articels");
  expect(explained).toMatchObject({ kind: "unknown" });
  expect(explained.kind === "unknown" && explained.nearest[0]).toBe("app_articles");
});
