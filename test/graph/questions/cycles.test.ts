import { expect, test } from "@jest/globals";
import { buildGraph } from "../../../src/graph/build-graph.js";
import { cycles } from "../../../src/graph/questions/cycles.js";
import { makeBackend } from "../../../src/source/make-backend.js";

test("circles of imports, type imports included, each once", () => {
  const graph = buildGraph(
    makeBackend("test", [
      ["src/a.ts", `import { b } from "./b.js"; export const a = b;`],
      ["src/b.ts", `export * from "./c.js"; export const b = 1;`],
      ["src/c.ts", `import type { a } from "./a.js"; import "./d.js"; export type c = typeof a;`],
      ["src/d.ts", `export const d = 1;`],
      ["src/e.ts", `type F = import("./f.js").F; export type E = F;`],
      ["src/f.ts", `import { type E } from "./e.js"; import "./a.js"; export type F = E;`],
      ["src/g.ts", `import "./g.js"; import "./b.js";`],
    ]),
  );
  expect(cycles(graph)).toEqual([
    ["src/a.ts", "src/b.ts", "src/c.ts"],
    ["src/e.ts", "src/f.ts"],
  ]);
});
