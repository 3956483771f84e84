import { expect, test } from "@jest/globals";
import { buildGraph } from "../../../src/graph/build-graph.js";
import { renderJson } from "../../../src/graph/render/json.js";
import { renderMermaid } from "../../../src/graph/render/mermaid.js";
import { testBackend } from "../test-backend.js";

test("JSON holds every node and only edges between them", () => {
  const { nodes, edges } = renderJson(buildGraph(testBackend()));
  const ids = new Set(nodes.map(({ id }) => id));
  expect(edges.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([]);
  expect(edges.length).toBeGreaterThan(50);
});

test("a chart shows the nodes with most edges and counts the rest", () => {
  const edges = [
    { from: "file:src/a.ts", to: "model:m", how: "reads" },
    { from: "file:src/b.ts", to: "model:m", how: "writes" },
    { from: "file:src/c.ts", to: 'dto:"X"', how: "types" },
  ] as const;
  expect(renderMermaid(edges)).toBe(
    [
      "graph LR",
      '  n0["m"]',
      "  n1[\"'X'\"]",
      '  n2["a"]',
      '  n3["b"]',
      '  n4["c"]',
      "  n2 -->|reads| n0",
      "  n3 -->|writes| n0",
      "  n4 -->|types| n1",
      "",
    ].join("\n"),
  );
  expect(renderMermaid(edges, 2)).toBe(`graph LR\n  n0["m"]\n  n1["'X'"]\n  more["and 3 more"]\n`);
});
