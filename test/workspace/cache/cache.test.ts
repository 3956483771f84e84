import { afterEach, describe, expect, it } from "@jest/globals";
import { readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { trimCache } from "../../../src/workspace/cache/trim-cache.js";
import { TempFolders } from "../../helpers/temp-repository.js";

const temp = new TempFolders();
afterEach(() => temp.removeAll());

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
