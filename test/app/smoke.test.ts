import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { pino } from "pino";
import { runSmoke } from "../../src/demo/run-smoke.js";
import { buildGraph } from "../../src/graph/build-graph.js";
import { SILENT } from "../../src/util/progress.js";
import { stubWorkshop, TINY } from "../support/github/stub-workshop.js";
import { OWNER, push, REPO, startWorld, type World } from "../support/github/world.js";

describe("the smoke test's way, with the emulator for GitHub", () => {
  let world: World;
  let cache: string;
  let text = "";
  beforeAll(async () => {
    world = await startWorld();
    cache = await mkdtemp(join(tmpdir(), "smoke-test-"));
  });
  afterAll(async () => {
    await world.close();
    await rm(cache, { recursive: true });
    expect(world.problems).toEqual([]);
  });

  function smoke(): Promise<boolean> {
    const { app, url } = world.github;
    return runSmoke({
      workshop: stubWorkshop(),
      graphOf: (backend) => buildGraph(backend),
      progress: SILENT,
      logger: pino({ level: "silent" }),
      out: (more) => void (text += more),
      cache,
      credentials: { appId: app.id, privateKey: app.privateKey, webhookSecret: app.secret },
      apiUrl: url,
      token: "token-of-acme",
      at: { owner: OWNER, repo: REPO },
    });
  }

  it("does not touch a repository that somebody works in", async () => {
    await push(world.as("acme"), { "a.ts": "", "b.ts": "", "c.ts": "", "d.ts": "" });
    await expect(smoke()).rejects.toThrow("holds 5 files already");
  });

  it("delivers the comment's webhook itself, since GitHub cannot reach this machine", async () => {
    await push(world.as("acme"), { ...TINY, "prisma.config.ts": "" });
    expect(await smoke()).toBe(true);
    expect(text).toContain("Remove comments");
  });
});
