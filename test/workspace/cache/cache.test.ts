import { afterEach, describe, expect, it } from "@jest/globals";
import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildGraph } from "../../../src/graph/build-graph.js";
import type { FactCache } from "../../../src/graph/facts/fact-cache.js";
import { renderJson } from "../../../src/graph/render/json.js";
import { makeBackend } from "../../../src/source/make-backend.js";
import { factStore } from "../../../src/workspace/cache/fact-store.js";
import { trimCache } from "../../../src/workspace/cache/trim-cache.js";
import { INLINE_BACKEND } from "../../helpers/inline-backend.js";
import { TempFolders } from "../../helpers/temp-repository.js";

const temp = new TempFolders();
afterEach(() => temp.removeAll());

describe("factStore", () => {
  it("gives the same graph again without reading a file twice", () => {
    const cache = temp.folder();
    const backend = makeBackend("x", Object.entries(INLINE_BACKEND));
    const count = { read: 0 };
    const counted = (store: FactCache): FactCache => ({
      get: store.get,
      set: (key, facts) => {
        count.read++;
        store.set(key, facts);
      },
    });
    const first = renderJson(buildGraph(backend, counted(factStore(cache))));
    expect(count.read).toBeGreaterThan(3);
    count.read = 0;
    expect(renderJson(buildGraph(backend, counted(factStore(cache))))).toEqual(first);
    expect(count.read).toBe(0);
  });

  it("takes a damaged file and a full disk for an empty cache", () => {
    const cache = temp.folder();
    const backend = makeBackend("x", Object.entries(INLINE_BACKEND));
    const first = renderJson(buildGraph(backend, factStore(cache)));
    for (const part of readdirSync(join(cache, "facts")))
      for (const name of readdirSync(join(cache, "facts", part)))
        writeFileSync(join(cache, "facts", part, name), '{"imports": 1');
    expect(renderJson(buildGraph(backend, factStore(cache)))).toEqual(first);
    const file = join(temp.folder({ taken: "" }), "taken");
    expect(renderJson(buildGraph(backend, factStore(file)))).toEqual(first);
  });
});

describe("trimCache", () => {
  it("drops what was unused for the longest time, whole, and nothing that is in use", async () => {
    const cache = temp.folder({
      "tools/old/a/x.js": "x".repeat(100),
      "tools/.half-made/x.js": "x".repeat(100),
      "dependencies/new/x.js": "x".repeat(100),
      "results/ab/r.json": "x".repeat(100),
      "pglite.tar": "x".repeat(100),
    });
    const used = (path: string, time: number): void => utimesSync(join(cache, path), time, time);
    used("tools/old", 1000);
    used("results/ab/r.json", 2000);
    used("dependencies/new", 3000);
    expect(await trimCache(cache, 300, Infinity)).toBe(0);
    expect(await trimCache(cache, 250, Infinity)).toBe(100);
    expect(readdirSync(join(cache, "tools"))).toEqual([".half-made"]);
    expect(readdirSync(join(cache, "results/ab"))).toEqual(["r.json"]);
    expect(await trimCache(cache, 0, 2500 * 1000)).toBe(100);
    expect(readdirSync(join(cache, "dependencies"))).toEqual(["new"]);
    expect(await trimCache(join(cache, "none"), 0, Infinity)).toBe(0);
  });
});
