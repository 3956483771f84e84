import { join } from "node:path";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { readFolders } from "../../src/config/folders.js";
import { applySplices } from "../../src/source/edit.js";
import { carryOut } from "../cases/run/carry-out.js";
import { listCases } from "../cases/run/list-cases.js";
import { backendFrom, type Files } from "../cases/run/read-files.js";
import type { RunCase } from "../cases/run/run-case.js";
import { runTests } from "../cases/run/run-gate.js";
import { openStage } from "../cases/run/stage.js";
import { type Fault, faultsOf } from "./faults-of.js";

const USAGE = `npm run seeded-faults -- [--each N] [--seed S] CASE…

Carries out cases that add operations, puts faults into what was made, one at a time, and says how many of them the
tests notice that were made with it; the backend's own tests are left out. Faults that do not compile do not count.
  --each N  so many faults for each case (default 5)`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { each: { type: "string", default: "5" }, seed: { type: "string", default: "1" } },
    allowPositionals: true,
  });
  const chosen = listCases().filter(({ name }) => positionals.some((each) => name.includes(each)));
  if (chosen.length === 0) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  console.log("| case | fault | noticed |");
  console.log("|---|---|---|");
  const all = { faults: 0, noticed: 0 };
  for (const given of chosen) {
    const tally = await seed(given, Number(values.each), Number(values.seed));
    all.faults += tally.faults;
    all.noticed += tally.noticed;
  }
  console.log(`| **${chosen.length} cases** | ${all.faults} faults | ${all.noticed} noticed |`);
}

async function seed(
  given: RunCase,
  each: number,
  seedOf: number,
): Promise<{ readonly faults: number; readonly noticed: number }> {
  const carried = carryOut(given);
  const tally = { faults: 0, noticed: 0 };
  const tell = (fault: string, ended: string): void => console.log(`| ${given.name} | ${fault} | ${ended} |`);
  if (carried.kind === "not-changed") {
    tell("", carried.why);
    return tally;
  }
  const head = withOwnTests(carried.base, carried.head);
  const stage = await openStage(
    join(readFolders().cache, "cases", "stages", `${given.backend}-faults`),
    given.backend,
  );
  const right = await runTests(stage, head);
  tell("none", `${right.passed} of ${right.tests} pass`);
  if (right.failure !== null) return tally;
  for (const fault of drawn(made(carried.base, carried.head), seedOf)) {
    if (tally.faults === each) break;
    const text = head.get(fault.path)?.toString("utf8") ?? "";
    const wrong = new Map(head).set(fault.path, Buffer.from(applySplices(text, [fault.splice])));
    const { failure, passed, tests } = await runTests(stage, wrong);
    const place = `${fault.path}:${fault.line} ${fault.what}`;
    if (failure !== null && tests === 0) {
      tell(place, "does not compile");
      continue;
    }
    tally.faults++;
    if (failure !== null) tally.noticed++;
    tell(place, failure === null ? `no: ${tests} pass` : `yes: ${tests - passed} of ${tests} fail`);
  }
  return tally;
}

/** Faults in every file that the change made for an operation. */
function made(base: Files, head: Files): readonly Fault[] {
  const isMade = (path: string): boolean =>
    !base.has(path) && /^src\/(providers|collectors|transformers)\//.test(path);
  const { files } = backendFrom("head", new Map([...head].filter(([path]) => isMade(path))));
  return [...files.values()].flatMap(faultsOf);
}

/** Without the test programs that were there before and stayed as they were. */
function withOwnTests(base: Files, head: Files): Files {
  return new Map(
    [...head].filter(
      ([path, content]) => !path.startsWith("test/features/") || base.get(path)?.equals(content) !== true,
    ),
  );
}

function drawn(faults: readonly Fault[], seedOf: number): readonly Fault[] {
  if (faults.length === 0) return [];
  const whole = fc.shuffledSubarray([...faults], { minLength: faults.length });
  return fc.sample(whole, { numRuns: 1, seed: seedOf })[0] ?? [];
}

await main();
