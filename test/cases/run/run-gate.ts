import { runChild } from "../../../src/workspace/process/run-child.js";
import { readFiles, type Files } from "./read-files.js";
import { putOn, type Stage } from "./stage.js";

const MINUTE = 60_000;

/** What a backend's own tools say about a tree. */
export interface GateResult {
  /** The script that failed, with the end of what it printed. */
  readonly failure: { readonly script: string; readonly output: string } | null;
  /** Derived files that the backend's own generators write differently. */
  readonly rewritten: readonly string[];
  readonly passed: number;
  readonly tests: number;
}

/** Scripts that write derived files, in the order in which they need each other. */
const GENERATORS = ["build:prisma", "build:sdk", "build:swagger", "build:erd"];

/** Generates what is derived and compares, then compiles and runs the tests through the generated SDK. */
export async function runGate(stage: Stage, files: Files): Promise<GateResult> {
  putOn(stage, files);
  const scripts = scriptsOf(files);
  const none: GateResult = { failure: null, rewritten: [], passed: 0, tests: 0 };
  for (const script of GENERATORS.filter((each) => scripts.has(each))) {
    const { code, output } = await runScript(stage, script);
    if (code !== 0) return { ...none, failure: { script, output: endOf(output) } };
  }
  const rewritten = differing(files, readFiles(stage.folder));
  if (rewritten.length > 0) {
    // What is tested is what was proposed.
    putOn(stage, files);
    await runScript(stage, "build:prisma");
  }
  return { ...(await testsOf(stage, scripts)), rewritten };
}

/** Compiles a tree and runs its tests; what is derived is taken as it is. */
export async function runTests(stage: Stage, files: Files): Promise<GateResult> {
  putOn(stage, files);
  await runScript(stage, "build:prisma");
  return { ...(await testsOf(stage, scriptsOf(files))), rewritten: [] };
}

async function testsOf(stage: Stage, scripts: ReadonlySet<string>): Promise<Omit<GateResult, "rewritten">> {
  if (!scripts.has("pretest")) {
    const { code, output } = await runScript(stage, "build:test");
    if (code !== 0) return { passed: 0, tests: 0, failure: { script: "build:test", output: endOf(output) } };
  }
  const { code, output } = await runScript(stage, "test");
  return { ...countTests(output), failure: code === 0 ? null : { script: "test", output: endOf(output) } };
}

/** Each fixture's test runner ends with one line of figures, in words of its own. */
function countTests(output: string): { readonly passed: number; readonly tests: number } {
  const counted = /(\d+) of (\d+) passed/.exec(output);
  if (counted !== null) return { passed: Number(counted[1]), tests: Number(counted[2]) };
  const failed = /(\d+) tests, (\d+) failed/.exec(output);
  const tests = Number(failed?.[1] ?? 0);
  return { passed: tests - Number(failed?.[2] ?? 0), tests };
}

function scriptsOf(files: Files): ReadonlySet<string> {
  const manifest = JSON.parse(files.get("package.json")?.toString("utf8") ?? "{}") as {
    scripts?: Record<string, string>;
  };
  return new Set(Object.keys(manifest.scripts ?? {}));
}

async function runScript(stage: Stage, script: string): Promise<{ code: number | null; output: string }> {
  return await runChild({
    command: "npm",
    args: ["run", script],
    cwd: stage.folder,
    env: { ...process.env, CHECKPOINT_DISABLE: "1" },
    limit: 10 * MINUTE,
  });
}

function differing(before: Files, after: Files): readonly string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths]
    .filter((path) => !(before.get(path)?.equals(after.get(path) ?? Buffer.of()) ?? false))
    .sort();
}

function endOf(output: string): string {
  return output.slice(-6_000);
}
