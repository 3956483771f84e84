import { join } from "node:path";
import { parseArgs } from "node:util";
import { readFolders } from "../../src/config/folders.js";
import type { Backend } from "../../src/source/backend.js";
import { makeBackend } from "../../src/source/make-backend.js";
import { readDatabase } from "../../src/spec/database/read-database.js";
import { readInterface } from "../../src/spec/interface/read-interface.js";
import { SILENT } from "../../src/util/progress.js";
import { verify } from "../../src/verify/verify.js";
import { judgedOnce } from "../cases/run/kept-results.js";
import { filesOf, type Files } from "../cases/run/read-files.js";
import { runGate } from "../cases/run/run-gate.js";
import { openStage } from "../cases/run/stage.js";
import { fixtureBackend, type FixtureName, testWorkspace } from "../support/fixture-backend.js";
import { residentWorkspace } from "../support/resident-workspace.js";
import { type Artefact, artefactsOf } from "./artefacts.js";
import { recreate } from "./recreate.js";

/**
 * Takes the operations of the fixtures out, one at a time, has each made again, and says what the compiler finds with
 * the tests that were written by hand; with `--run`, what those tests find as well. With `--artefacts`, the same of the
 * other files that are printed: DTOs, collectors, transformers, controllers and the SDK.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      run: { type: "boolean", default: false },
      artefacts: { type: "boolean", default: false },
    },
    allowPositionals: true,
  });
  if (values.artefacts) {
    for (const name of ["bbs", "todo"] as const) await recreateArtefacts(name, positionals, values.run);
    return;
  }
  console.log("| operation | made again | types | tests written by hand |");
  console.log("|---|---|---|---|");
  for (const name of ["bbs", "todo"] as const) {
    const base = fixtureBackend(name);
    const workspace = residentWorkspace(testWorkspace(), base);
    const tally = { all: 0, again: 0, types: 0, tests: 0 };
    const keys = [...readInterface(base, readDatabase(base)).operations.keys()];
    for (const key of keys.filter((each) => positionals.every((word) => `${name} ${each}`.includes(word)))) {
      tally.all++;
      const made = recreate(base, key);
      if (made.kind === "not-recreated") {
        console.log(`| ${key} | ${made.why} | | |`);
        continue;
      }
      tally.again++;
      const errors = await newErrors(base, made.head, workspace);
      if (errors.length === 0) tally.types++;
      const tests = errors.length === 0 && values.run ? await testsOf(name, made.head) : null;
      if (tests?.good === true) tally.tests++;
      console.log(`| ${key} | ${made.line} | ${errors[0] ?? "equal"} | ${tests?.told ?? ""} |`);
    }
    await workspace.close();
    console.log(
      `| **${name}** | ${tally.again} of ${tally.all} | ${tally.types} | ${values.run ? tally.tests : ""} |`,
    );
  }
}

async function recreateArtefacts(name: FixtureName, words: readonly string[], runs: boolean): Promise<void> {
  const base = fixtureBackend(name);
  const workspace = residentWorkspace(testWorkspace(), base);
  const tally = new Map<string, { all: number; again: number }>();
  const good: Artefact[] = [];
  console.log("| artefact | types |");
  console.log("|---|---|");
  for (const artefact of artefactsOf(base)) {
    const { kind, path, text } = artefact;
    if (!words.every((word) => `${name} ${kind} ${path}`.includes(word))) continue;
    const count = tally.get(kind) ?? { all: 0, again: 0 };
    tally.set(kind, count);
    count.all++;
    const same = text === base.files.get(path)?.text;
    const errors =
      text === null
        ? ["nothing says how it is made"]
        : same
          ? []
          : await newErrors(base, withFiles(base, [artefact]), workspace);
    console.log(`| ${path} | ${errors[0] ?? (same ? "equal to the byte" : "equal")} |`);
    if (errors.length > 0) continue;
    count.again++;
    good.push(artefact);
  }
  await workspace.close();
  for (const [kind, { all, again }] of tally) console.log(`| **${name}: ${kind}** | ${again} of ${all} |`);
  if (runs) console.log(`| **${name}: all equal ones at once** | ${await toldWith(name, base, good)} |`);
}

async function toldWith(name: FixtureName, base: Backend, good: readonly Artefact[]): Promise<string> {
  return `tests written by hand: ${(await testsOf(name, withFiles(base, good))).told}`;
}

function withFiles(base: Backend, artefacts: readonly Artefact[]): Backend {
  const texts = new Map([...base.files.values()].map(({ path, text }) => [path, text]));
  for (const { path, text } of artefacts) texts.set(path, text);
  return makeBackend(
    base.commit,
    [...texts].flatMap(([path, text]): [string, string][] => (text === null ? [] : [[path, text]])),
  );
}

async function newErrors(
  base: Backend,
  head: Backend,
  workspace: Parameters<typeof verify>[0]["workspace"],
): Promise<readonly string[]> {
  const none = { models: [], fields: [], dtos: [], properties: [], operations: [] };
  const results = await verify({
    base,
    head,
    touched: new Set([...head.files.keys(), ...base.files.keys()]),
    removed: none,
    answeredGuards: [],
    gates: ["types"],
    workspace,
    progress: SILENT,
  });
  return results.flatMap(({ diagnostics }) =>
    diagnostics
      .filter(({ status }) => status === "new")
      .map(({ path, line, message }) => `${path}:${line} ${message.replace(/[|\n]/g, " ").slice(0, 120)}`),
  );
}

async function testsOf(name: FixtureName, head: Backend): Promise<{ told: string; good: boolean }> {
  const root = join(readFolders().cache, "cases");
  const binary = filesOf({ name, backend: name, overlay: null, change: null, decide: () => new Map() });
  const files: Files = new Map([
    ...[...binary].filter(([path]) => head.files.has(path) || !/\.(ts|prisma|md|json)$/.test(path)),
    ...[...head.files.values()].flatMap(({ path, text }): [string, Buffer][] =>
      text === null ? [] : [[path, Buffer.from(text)]],
    ),
  ]);
  const { passed, tests, failure } = await judgedOnce(join(root, "results"), files, async () =>
    runGate(await openStage(join(root, "stages", `${name}-recreate`), name), files),
  );
  return { told: `${passed} of ${tests}`, good: failure === null && tests > 0 && passed === tests };
}

await main();
