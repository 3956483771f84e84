import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { pino } from "pino";
import { runDemo } from "../../src/demo/run-demo.js";
import { buildGraph } from "../../src/graph/build-graph.js";
import { SILENT } from "../../src/util/progress.js";
import { stubWorkshop, TINY } from "../support/github/stub-workshop.js";

describe("the demonstration's way, with a planner of the test", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "demo-test-"));
    for (const [path, text] of Object.entries(TINY)) {
      await mkdir(dirname(join(folder, "backend", path)), { recursive: true });
      await writeFile(join(folder, "backend", path), text);
    }
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function demo(command: string): Promise<{ ok: boolean; text: string }> {
    let text = "";
    const ok = await runDemo({
      workshop: stubWorkshop(),
      graphOf: (backend) => buildGraph(backend),
      progress: SILENT,
      logger: pino({ level: "silent" }),
      out: (more) => void (text += more),
      cache: join(folder, "cache"),
      backend: join(folder, "backend"),
      command,
    });
    return { ok, text };
  }

  it("starts everything, follows the comment through the real store and queue, and stops everything", async () => {
    const { ok, text } = await demo("/autobe remove comments");
    expect(ok).toBe(true);
    expect(text).toContain("# Draft #2: Remove comments");
    expect(text).toContain("| Gate | Result | Time | Checked |");
    expect(text).toContain("autobe / schema-safety: action_required");
    expect(text).not.toContain("<!--");
  });

  it("answers a question as the bot recommends", async () => {
    const { ok, text } = await demo("/autobe remove likes");
    expect(text).toContain("/autobe answer aaaaaaaaaaaa drop-operation");
    expect(ok).toBe(true);
    expect(text).toContain("Remove likes");
  });

  it("shows the bot's answer where no pull request was opened", async () => {
    const { ok, text } = await demo("/autobe remove nothing");
    expect(ok).toBe(false);
    expect(text).toContain("Nothing to do");
  });
});
