import { parseArgs } from "node:util";
import fc from "fast-check";
import { loadDirectory } from "../bench/load-directory.js";
import { CHOICES, type Trial, trialsOf } from "./try-hand-edits.js";

/** Makes many trials and counts what was lost; `--backend` is a folder and may be given more than once. */
function main(): void {
  const { values } = parseArgs({
    options: {
      backend: {
        type: "string",
        multiple: true,
        default: ["fixtures/backends/bbs", "fixtures/backends/todo"],
      },
      runs: { type: "string", default: "100" },
      seed: { type: "string", default: "1" },
    },
  });
  console.log("| backend | trials | changed | hand edits that had to stay | lost | stopped by hand edits |");
  console.log("|---|---|---|---|---|---|");
  const bad: string[] = [];
  for (const folder of values.backend) {
    const trial = trialsOf(loadDirectory(folder));
    const trials = fc.sample(CHOICES, { numRuns: Number(values.runs), seed: Number(values.seed) }).map(trial);
    const stopped = trials.filter(({ ended: [plain, edited] }) => plain !== edited);
    const counts = [
      trials.length,
      trials.filter(({ ended }) => ended[0] === "changed").length,
      trials.reduce((sum, { expected }) => sum + expected, 0),
      trials.reduce((sum, { lost }) => sum + lost.length, 0),
      stopped.length,
    ];
    console.log(`| ${folder} | ${counts.join(" | ")} |`);
    bad.push(...trials.flatMap(complaints));
  }
  for (const line of bad) console.log(line);
  process.exitCode = bad.length === 0 ? 0 : 1;
}

function complaints({ line, ended: [plain, edited], lost }: Trial): readonly string[] {
  const stopped = plain === edited ? [] : [`${line}: ${plain}, and with hand edits ${edited}`];
  return [...stopped, ...lost.map((each) => `${line}: lost ${each}`)];
}

main();
