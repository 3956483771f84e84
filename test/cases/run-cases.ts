import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readFolders } from "../../src/config/folders.js";
import { carryOut } from "./run/carry-out.js";
import { judgedOnce } from "./run/kept-results.js";
import { listCases } from "./run/list-cases.js";
import { HEAD, isGood, rowOf, type Judged } from "./run/print-row.js";
import type { Files } from "./run/read-files.js";
import type { RunCase } from "./run/run-case.js";
import { runGate, type GateResult } from "./run/run-gate.js";
import { openStage } from "./run/stage.js";
import { runSyncCases } from "./run-sync-cases.js";

/**
 * Takes every case through its backend's own generators, compiler and tests. It takes minutes for each, so it is no
 * part of the test suite; what was judged once is kept, and shards may run at the same time. With
 * `--sync` each is written by hand instead, as far as schema and DTOs say it, and the rest has to follow.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      run: { type: "boolean", default: false },
      sync: { type: "boolean", default: false },
      shard: { type: "string", default: "1/1" },
      write: { type: "boolean", default: false },
      verbose: { type: "boolean", default: false },
    },
    allowPositionals: true,
  });
  const isNamed = (name: string): boolean =>
    positionals.length === 0 || positionals.some((each) => name.includes(each));
  if (values.sync) {
    process.exitCode = (await runSyncCases(isNamed)) === 0 ? 0 : 1;
    return;
  }
  const [part = 1, parts = 1] = values.shard.split("/").map(Number);
  const chosen = listCases()
    .filter(({ name }) => isNamed(name))
    .filter((_, index) => index % parts === part - 1);
  if (!values.run) return console.log(chosen.map((each) => each.name).join("\n"));
  const lines: string[] = [];
  const tell = (line: string): void => {
    console.log(line);
    lines.push(line);
  };
  HEAD.forEach(tell);
  let bad = 0;
  for (const given of chosen) {
    const judged = await judge(given, `${part}of${parts}`);
    tell(rowOf(judged));
    if (values.verbose && judged.head?.failure) console.log(judged.head.failure.output);
    if (!isGood(judged)) bad++;
  }
  if (values.write) writeTable(lines);
  process.exitCode = bad === 0 ? 0 : 1;
}

/** The table that is checked in, with the commit whose code made it. */
function writeTable(lines: readonly string[]): void {
  const commit = execFileSync("git", ["rev-parse", "HEAD"], { encoding: "utf8" }).trim();
  const head = [
    "# Every case, run",
    "",
    `Written by \`npm run cases -- --run --write\` at commit ${commit}: each case goes through its backend's own`,
    "generators, compiler and tests, before and after. `npm test` takes each of them through the static gates.",
    "A refusal is how removing the table of an actor ends, who goes by `remove actor`; where the base does not build, there is no test to pass.",
    "",
  ];
  writeFileSync("fixtures/cases.md", [...head, ...lines, ""].join("\n"));
}

async function judge(given: RunCase, shard: string): Promise<Judged> {
  const root = join(readFolders().cache, "cases");
  const carried = carryOut(given);
  if (carried.kind === "not-changed") return { given, carried, base: null, head: null };
  const once = (files: Files): Promise<GateResult> =>
    judgedOnce(join(root, "results"), files, async () =>
      runGate(await openStage(join(root, "stages", `${given.backend}-${shard}`), given.backend), files),
    );
  return { given, carried, base: await once(carried.base), head: await once(carried.head) };
}

await main();
