import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { pack } from "tar-stream";
import { matchPath, type Patch } from "../../../src/demo/emulator/exchange.js";
import { openBlobCache } from "../../../src/host/github/blob-cache.js";
import { GitHubHost } from "../../../src/host/github/github-host.js";
import { blobSha } from "../../../src/source/blob-sha.js";
import type { Backend } from "../../../src/source/backend.js";
import { push, startWorld, type World } from "../../support/github/world.js";

/** Files of the tarball that the host offers; null while it has none. */
let tarball: Record<string, string> | null = null;
const archives: Patch = {
  before: async ({ path }) => {
    if (tarball === null) return null;
    if (matchPath("/repos/{owner}/{repo}/tarball/{ref}", path))
      return { status: 302, headers: { location: "/_codeload" } };
    return path === "/_codeload" ? { status: 200, body: await archive(tarball) } : null;
  },
};

async function archive(files: Record<string, string>): Promise<Buffer> {
  const tar = pack();
  for (const [path, text] of Object.entries(files)) tar.entry({ name: `acme-bbs-1234567/${path}` }, text);
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar as AsyncIterable<Buffer>) chunks.push(chunk);
  return gzipSync(Buffer.concat(chunks));
}

const FILES = Object.fromEntries(
  Array.from({ length: 20 }, (_, index) => [
    `src/providers/operation${index}.ts`,
    `export const a${index} = ${index};\r\n`,
  ]),
);

describe("cold read from GitHub", () => {
  let world: World;
  let folder: string;
  beforeAll(async () => {
    world = await startWorld([archives]);
    await push(world.as("acme"), {
      ...FILES,
      "src/umlaut.ts": "// ü — 日本\n",
      "src/latin1.ts": Buffer.from([0x2f, 0x2f, 0xe9, 0x0a]),
      "assets/logo.png": Buffer.from([0x89, 0x50, 0, 0x47]),
    });
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "blobs-"));
    tarball = null;
  });
  afterEach(() => rm(folder, { recursive: true }));
  afterAll(async () => {
    await world.close();
    expect(world.problems).toEqual([]);
  });

  async function read(): Promise<{ backend: Backend; requests: number; blobs: number }> {
    const client = await world.client();
    const start = world.requests.length;
    const result = await new GitHubHost({
      client,
      cache: openBlobCache(folder),
      bot: { slug: "autobe-bot" },
    }).read();
    if (result.kind !== "backend") throw new Error(result.reason);
    const blobs = world.requests.slice(start).filter(({ path }) => path.includes("/git/blobs/")).length;
    return { backend: result.backend, requests: client.requests, blobs };
  }

  function expectComplete(backend: Backend): void {
    for (const [path, text] of Object.entries(FILES)) expect(backend.files.get(path)?.text).toBe(text);
    expect(backend.files.get("src/umlaut.ts")?.text).toBe("// ü — 日本\n");
    expect(backend.files.get("src/latin1.ts")?.text).toBeNull();
    expect(backend.files.get("assets/logo.png")?.text).toBeNull();
  }

  it("fetches blobs where the host has no tarball, and asks for none of them again", async () => {
    const cold = await read();
    expectComplete(cold.backend);
    expect(cold.blobs).toBe(22);
    const warm = await read();
    expectComplete(warm.backend);
    expect(warm.blobs).toBe(0);
    expect(warm.requests).toBe(4);
  });

  it("takes one tarball where there is one, and fetches singly what is absent or another content", async () => {
    tarball = {
      ...FILES,
      "src/umlaut.ts": "// ü — 日本\n",
      "src/providers/operation3.ts": "changed by export-subst\n",
    };
    delete tarball["src/providers/operation4.ts"];
    const cold = await read();
    expectComplete(cold.backend);
    // One that the archive changed, one that it left out, and the one in Latin-1, which this archive has not either.
    expect(cold.blobs).toBe(3);
  });

  it("does not believe a tarball that names files outside of the tree", async () => {
    tarball = { ...FILES, "../../etc/passwd": "root", "src/not-in-the-tree.ts": "x" };
    const { backend } = await read();
    expectComplete(backend);
    expect(backend.files.has("src/not-in-the-tree.ts")).toBe(false);
  });

  it("fetches a damaged cache entry again", async () => {
    await read();
    const sha = blobSha(FILES["src/providers/operation1.ts"] as string);
    await writeFile(join(folder, sha.slice(0, 2), sha.slice(2)), "damaged");
    const again = await read();
    expectComplete(again.backend);
    expect(again.blobs).toBe(1);
  });
});
