import { parseArgs } from "node:util";
import { CATALOGUE } from "../../src/model/fault/catalogue/catalogue.js";
import { readFaultFile } from "../../src/model/fault/fault-file.js";
import type { FaultKind } from "../../src/model/fault/fault-kind.js";
import { stressReport } from "./stress-report.js";
import { STRESSED_FUNCTIONS } from "./stressed-functions.js";
import { runTrial, seedOf, type TrialResult } from "./run-trial.js";

const OPTIONS = {
  faults: { type: "string" },
  rate: { type: "string", default: "0.93" },
  "retry-rate": { type: "string", default: "0.3" },
  seed: { type: "string", default: "1" },
  repeats: { type: "string", default: "3" },
  "no-system": { type: "boolean", default: false },
} as const;

/**
 * Simulates a weak model over right answers: each function with each kind of fault first. It says what feedback tells a
 * reader who has nothing else; it does not say how often a real model errs.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  const kinds = [...CATALOGUE, ...(values.faults === undefined ? [] : await kindsIn(values.faults))];
  const numbers = {
    rate: Number(values.rate),
    retryRate: Number(values["retry-rate"]),
    seed: Number(values.seed),
  };
  const results: TrialResult[] = [];
  for (const trials of Object.values(STRESSED_FUNCTIONS))
    for (const [index, trial] of (await trials()).entries())
      for (const first of kinds)
        for (let repeat = 0; repeat < Number(values.repeats); repeat++) {
          const seed = seedOf(numbers.seed, index, first, repeat);
          results.push(await runTrial(trial, { ...numbers, kinds, first, seed }, !values["no-system"]));
        }
  const report = stressReport(results, kinds);
  console.log(report.text);
  process.exitCode = report.passed ? 0 : 1;
}

async function kindsIn(path: string): Promise<readonly FaultKind[]> {
  const read = await readFaultFile(path);
  if (read.ok) return read.kinds;
  throw new Error(`${path} is no file of faults:\n  ${read.problems.join("\n  ")}`);
}

await main();
