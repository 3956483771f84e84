import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { buildGraph } from "../src/graph/build-graph.js";
import type { Graph } from "../src/graph/graph.js";
import { cycles } from "../src/graph/questions/cycles.js";
import { makeBackend } from "../src/source/make-backend.js";

const ROOT = join(import.meta.dirname, "../..");

/** From top to bottom: a folder may import from its own layer and from those below, types included. */
const LAYERS: readonly { readonly folders: readonly string[]; readonly because: string }[] = [
  {
    folders: ["index", "cli", "start-app", "demo"],
    because: "They put adapters and the rest together; only they name adapters.",
  },
  {
    folders: ["app"],
    because: "A webhook becomes a request, an outcome becomes text; nobody else knows GitHub's events.",
  },
  {
    folders: ["run"],
    because: "The way of a request, step by step; it knows every step and no step knows it.",
  },
  { folders: ["phases"], because: "What a model is asked belongs to a run, not to the model." },
  { folders: ["plan"], because: "A plan is fixed before an edit is made, so it says which generators run." },
  {
    folders: ["generate"],
    because: "Edits are made from specs and the graph; they do not know why they are wanted.",
  },
  {
    folders: ["verify"],
    because: "Gates judge two trees and must not be able to ask how the edits came about.",
  },
  { folders: ["model"], because: "A port to language models, of use to every step above." },
  { folders: ["retrieve"], because: "Finds sections by meaning, for whoever asks." },
  { folders: ["host"], because: "Where a backend lives. Planning and generating work without one." },
  {
    folders: ["workspace"],
    because: "Trees on disk, caches, child processes: adapters of ports declared below and beside.",
  },
  { folders: ["queue"], because: "Durable jobs; what a job does is decided above." },
  { folders: ["store"], because: "Rows. Losing them costs money and time, never correctness." },
  { folders: ["graph"], because: "What uses what, from the spec's readers and from syntax." },
  {
    folders: ["change"],
    because: "The change language speaks of specs and of nothing that carries them out.",
  },
  { folders: ["spec"], because: "Typed trees read from a backend's text." },
  { folders: ["config"], because: "The only reader of the environment; it reads no backend." },
  { folders: ["source"], because: "A backend as a value, with its edits." },
  { folders: ["errors", "util"], because: "Anybody may fail and count." },
];

/** Folders that compute and touch neither disk, network, clock nor processes. */
const PURE: readonly string[] = ["source", "spec", "graph", "change", "plan", "generate", "run"];

/** `node:path` and `node:crypto` compute; everything else of Node reaches outside. */
const OUTSIDE =
  /^(?:node:(?!path$|crypto$|buffer$)|fs$|child_process$|@octokit\/|probot$|pg$|pg-boss$|@electric-sql\/|openai$|tar-stream$)/;

/** Written by `prisma generate`, whose files import each other in circles. */
const GENERATED = "src/store/client/";

const graph = ownGraph();

describe("layers", () => {
  test("imports point downward", () => {
    expect(imports(graph).filter(({ from, to }) => rank(from) > rank(to))).toEqual([]);
  });

  test("every folder of src has a layer", () => {
    expect([...graph.files.keys()].filter((path) => rank(path) === -1)).toEqual([]);
  });

  test("core folders import nothing that reaches outside", () => {
    const outside = [...graph.files.values()].flatMap(({ path, facts }) =>
      facts.imports
        .filter(({ specifier }) => OUTSIDE.test(specifier))
        .map(({ specifier }) => `${path}: ${specifier}`),
    );
    expect(outside.filter((each) => PURE.some((folder) => each.startsWith(`src/${folder}/`)))).toEqual([]);
  });
});

test("no file imports itself in a circle, by types neither", () => {
  expect(cycles(graph)).toEqual([]);
});

test("dependency-cruiser sees the same imports", async () => {
  const { output } = await cruise(["src"], {
    baseDir: ROOT,
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: GENERATED },
  });
  const theirs = (output as ICruiseResult).modules.flatMap(({ source, dependencies }) =>
    dependencies
      .filter(({ resolved }) => resolved.startsWith("src/"))
      .map(({ resolved }) => `${source} → ${resolved}`),
  );
  const ours = imports(graph).map(({ from, to }) => `${from} → ${to}`);
  // An `import("…")` type is an import to us and to the compiler, and none to dependency-cruiser.
  expect([...new Set(theirs)].filter((each) => !ours.includes(each))).toEqual([]);
  expect(theirs.length).toBeGreaterThan(100);
  expect(ours.filter((each) => !theirs.includes(each)).filter((each) => !isImportType(each))).toEqual([]);
}, 120_000);

function ownGraph(): Graph {
  const paths = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" });
  const files = ["tsconfig.json", ...paths.map((path) => join("src", path))].filter(
    (path) => /\.(ts|json)$/.test(path) && !path.startsWith(GENERATED),
  );
  return buildGraph(
    makeBackend(
      "own",
      files.map((path) => [path, readFileSync(join(ROOT, path), "utf8")]),
    ),
  );
}

function imports({ files }: Graph): readonly { readonly from: string; readonly to: string }[] {
  return [...files.values()].flatMap((file) => [...file.imports].map((to) => ({ from: file.path, to })));
}

/** Small is high; -1 for a folder without a layer. */
function rank(path: string): number {
  const folder = (path.split("/")[1] ?? "").replace(/\.ts$/, "");
  return LAYERS.findIndex(({ folders }) => folders.includes(folder));
}

function isImportType(edge: string): boolean {
  const [from = "", to = ""] = edge.split(" → ");
  const name = (to.split("/").at(-1) ?? "").replace(/\.ts$/, ".js");
  return new RegExp(`import\\("[^"]*${name}"\\)`).test(readFileSync(join(ROOT, from), "utf8"));
}
