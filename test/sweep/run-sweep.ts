import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { readFolders } from "../../src/config/folders.js";
import type { GateName } from "../../src/verify/diagnostic.js";
import { localWorkspace } from "../../src/workspace/local-workspace.js";
import { loadDirectory } from "../bench/load-directory.js";
import { possibleChanges } from "../hand-edits/possible-changes.js";
import { recordedLocks } from "../support/fixture-backend.js";
import { residentWorkspace } from "../support/resident-workspace.js";
import { type Swept, sweepChange } from "./sweep-change.js";

const USAGE = `npm run sweep -- --backend DIR… [--each N] [--seed S] [--kind KIND…] [--gate GATE…] [--lock FILE…]

Carries out changes of every kind in a backend, each alone, with what is asked answered as recommended, and says what
the gates find that was not there before.
  --each N     so many changes of each kind that are carried out (default 3), others are drawn while they are refused
  --lock FILE  a package-lock.json whose packages the backend may be checked with`;

/** Those that one resident compiler can judge. */
const GATES: readonly GateName[] = ["schema", "structure", "types", "stability", "meaning"];

/** So many lines are drawn for each that is carried out. */
const DRAWS = 4;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      backend: { type: "string", multiple: true },
      each: { type: "string", default: "3" },
      seed: { type: "string", default: "1" },
      kind: { type: "string", multiple: true },
      gate: { type: "string", multiple: true },
      lock: { type: "string", multiple: true, default: [] },
    },
  });
  if (values.backend === undefined) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const each = Number(values.each);
  const gates = GATES.filter((gate) => values.gate?.includes(gate) ?? true);
  const recorded = [...values.lock.map((path) => readFileSync(path, "utf8")), ...recordedLocks()];
  console.log("| backend | kind | drawn | carried out | good | files, at most | planning, at most |");
  console.log("|---|---|---|---|---|---|---|");
  for (const folder of values.backend) {
    const base = loadDirectory(folder);
    const workspace = residentWorkspace(localWorkspace({ cache: readFolders().cache, recorded }), base);
    for (const [kind, lines] of possibleChanges(base)) {
      if (values.kind !== undefined && !values.kind.includes(kind)) continue;
      const swept: Swept[] = [];
      for (const line of drawn(lines, each * DRAWS, Number(values.seed))) {
        if (carriedOut(swept).length === each) break;
        swept.push(await sweepChange(base, line, gates, workspace));
      }
      console.log(rowOf(folder, kind, swept));
      for (const { line, problems } of swept)
        for (const problem of problems.slice(0, 5)) console.log(`    ${line}: ${problem}`);
      if (swept.some(({ problems }) => problems.length > 0)) process.exitCode = 1;
    }
    await workspace.close();
  }
}

function rowOf(folder: string, kind: string, swept: readonly Swept[]): string {
  const done = carriedOut(swept);
  const good = done.filter(({ problems }) => problems.length === 0).length;
  const files = Math.max(0, ...done.map((each) => each.files));
  const took = (Math.max(0, ...swept.map((each) => each.took)) / 1000).toFixed(1);
  return `| ${[folder, kind, swept.length, done.length, good, files, `${took} s`].join(" | ")} |`;
}

function carriedOut(swept: readonly Swept[]): readonly Swept[] {
  return swept.filter(({ ended }) => ended === "changed");
}

function drawn(lines: readonly string[], count: number, seed: number): readonly string[] {
  if (lines.length === 0) return [];
  const [shuffled = []] = fc.sample(fc.shuffledSubarray([...lines], { minLength: lines.length }), {
    numRuns: 1,
    seed,
  });
  return shuffled.slice(0, count);
}

await main();
