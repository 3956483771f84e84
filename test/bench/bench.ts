import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";

import { backendOfSize, writeFiles } from "./generated-backend/write-backend.js";
import type { Size } from "./generated-backend/write-backend.js";
import { reportOf } from "./report.js";
import { runMeasure } from "./run-measure.js";
import type { Measurement } from "./run-measure.js";
import { medians } from "./statistics.js";

/** Measured in turn within each repetition, so that a slow minute of the machine meets all of them. */
const MEASURES = [
  ["boundary", "files"],
  ["graphCold", "files"],
  ["graphStored", "files"],
  ["graphWarm", "files"],
  ["cruiseImports", "files"],
  ["madgeImports", "files"],
  ["planRemoval", "small"],
  ["planRemoval", "large"],
  ["planAuthors", "small"],
  ["planAuthors", "large"],
] as const;

/** What takes a compiler, with `--verify` alone. */
const COMPILED = ["checkFull", "checkScoped", "checkResident", "verifyRemoval"] as const;

const FILL_CACHE = fileURLToPath(new URL("../support/fill-cache.js", import.meta.url));

/** Ratios of speed and memory, all from one run. Times differ between machines, ratios hardly do. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: "boolean", default: false },
      repetitions: { type: "string", default: "5" },
      files: { type: "string", default: "1000" },
      // Installs the dependencies of the generated backend, once: half a gigabyte.
      verify: { type: "boolean", default: false },
    },
  });
  const repetitions = Math.max(1, Number(values.repetitions));
  const sizes: Record<string, Size> = {
    files: { files: Number(values.files) },
    small: { endpoints: 50 },
    large: { endpoints: 500 },
  };
  const root = await mkdtemp(join(tmpdir(), "autobe-bot-bench-"));
  try {
    for (const [name, size] of Object.entries(sizes))
      await writeFiles(join(root, name), await backendOfSize(size));

    await runMeasure("graphStored", join(root, "files"));
    const found = new Map<string, Measurement[]>();
    for (let repetition = 0; repetition < repetitions; ++repetition)
      for (const [measure, folder] of MEASURES) {
        const key = `${measure}:${folder}`;
        process.stderr.write(`${repetition + 1}/${repetitions} ${key}\n`);
        found.set(key, [...(found.get(key) ?? []), await runMeasure(measure, join(root, folder))]);
      }

    if (values.verify) {
      // The generated backend has the lock file of the fixture, whose dependencies are installed for the tests.
      await promisify(execFile)(process.execPath, [FILL_CACHE]);
      await runMeasure("checkScoped", join(root, "files"));
      for (const measure of COMPILED)
        for (let repetition = 0; repetition < (measure === "verifyRemoval" ? 1 : repetitions); ++repetition) {
          process.stderr.write(`${repetition + 1} ${measure}\n`);
          const key = `${measure}:files`;
          found.set(key, [...(found.get(key) ?? []), await runMeasure(measure, join(root, "files"))]);
        }
    }

    const figures = Object.fromEntries([...found].map(([key, each]) => [key, medians(each)]));
    const report = reportOf(figures, repetitions);
    console.log(values.json ? JSON.stringify({ repetitions, figures, report }, null, 2) : report.join("\n"));
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

await main();
