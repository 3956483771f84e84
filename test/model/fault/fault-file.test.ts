import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { readFaultFile } from "../../../src/model/fault/fault-file.js";
import { FaultModel } from "../../../src/model/fault/fault-model.js";
import { potStep, SHELF } from "./pot-step.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "faults-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function read(faults: unknown) {
  const path = join(folder, "faults.json");
  writeFileSync(path, JSON.stringify({ faults }));
  return await readFaultFile(path);
}

async function answered(faults: unknown): Promise<string> {
  const file = await read(faults);
  if (!file.ok) throw new Error(file.problems.join());
  const model = new FaultModel(SHELF, { kinds: file.kinds, rate: 1, retryRate: 0, seed: 1, first: null });
  const limits = { outputTokens: 1, milliseconds: 1, patience: 1 };
  const { function: asked } = potStep();
  return (await model.ask({ function: asked, target: "", part: "$input", messages: [], limits })).text;
}

describe("a file of faults", () => {
  it("puts, replaces and removes at places of a kind", async () => {
    expect(await answered([{ name: "n", source: "seen", at: "number", put: 4 }])).toContain('"liters":4');
    expect(
      await answered([{ name: "n", source: "seen", at: "name", replace: ["kitchen", "cellar"] }]),
    ).toContain("cellar_");
    expect(await answered([{ name: "n", source: "seen", at: "kind", remove: true }])).not.toMatch(
      /add-pot.*remove-pot/,
    );
  });

  it("spoils texts", async () => {
    const text = { before: "<answer>", after: "</answer>", replace: ["true", "True"], keep: 1 };
    const said = await answered([{ name: "tags", source: "seen", text, told: "JSON" }]);
    expect(said).toMatch(/^<answer>.*True.*<\/answer>$/);
  });

  it("is refused with what is wrong about it", async () => {
    expect(await read([{ name: "n", source: "seen", at: "nowhere" }])).toMatchObject({ ok: false });
  });
});
