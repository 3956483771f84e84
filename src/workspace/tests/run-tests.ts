import { rm } from "node:fs/promises";
import type { Emitted } from "../compiler/emitted.js";
import { installDependencies } from "../packages/install.js";
import { clientsOf, type TreeOptions } from "../placed-tree.js";
import { chooseIsolation } from "../sandbox/choose-isolation.js";
import { runSandboxed } from "../sandbox/run-sandboxed.js";
import { LIMITS } from "../sandbox/sandbox.js";
import type { CheckRequest } from "../workspace.js";
import { engineParts } from "./engine-parts.js";
import { layStage, type Stage } from "./lay-stage.js";
import { readReport, sourcesOf } from "./read-report.js";
import { testEngine } from "./test-engine.js";
import { testEnvironment } from "./test-environment.js";
import { testProgram, type TestProgram } from "./test-program.js";
import { notRun, type NotRun, type RunSettings, type TestedRun, type TestRequest } from "./test-run.js";
import type { TestResult, TestRun } from "./test-run.js";

/** Builds a tree, starts its test program in a sandbox and collects what its tests come to. */
export async function runTests(
  tree: CheckRequest,
  { first, settings, schema }: TestRequest,
  emit: () => Promise<Emitted>,
  options: TreeOptions,
): Promise<TestRun> {
  const { backend, dependencies } = tree;
  const unfit = whyUnfit(settings);
  if (unfit !== null) return unfit;
  const engine = testEngine(backend, dependencies.versions);
  if (engine.kind === "not-run") return engine;
  const environment = await testEnvironment(backend, settings.environment);
  if (environment.kind === "not-run") return environment;
  options.progress.say("building the tests");
  const emitted = await emit();
  const program = testProgram(backend, emitted);
  if (program.kind === "not-run") return program;
  const modules = await installDependencies(options.cache, dependencies, options.progress);
  const clients = await clientsOf(tree, backend, options, true);
  const parts = await engineParts(engine, schema, options);
  const stage = await layStage((root) => ({
    ...{ backend, emitted, program, clients, first },
    dependencies: modules,
    ...parts(root),
  }));
  try {
    const values = { ...environment.values, ...program.environment };
    return await execute({ stage, program, emitted, settings, values }, options);
  } finally {
    await rm(stage.root, { recursive: true, force: true });
  }
}

function whyUnfit({ isolation }: RunSettings): NotRun | null {
  if (isolation === "preferred" || chooseIsolation() !== "none") return null;
  return notRun(
    "this machine cannot isolate a program, and isolation is required",
    "Install bubblewrap, or allow user namespaces on this machine",
  );
}

interface Execution {
  readonly stage: Stage;
  readonly program: TestProgram;
  readonly emitted: Emitted;
  readonly settings: RunSettings;
  readonly values: Readonly<Record<string, string>>;
}

const SAY_EVERY = 3_000;

async function execute(
  { stage, program, emitted, settings, values }: Execution,
  { progress }: TreeOptions,
): Promise<TestedRun> {
  const isolation = chooseIsolation();
  const sources = sourcesOf(emitted);
  const tests: TestResult[] = [];
  const started = Date.now();
  const say = (): void => {
    const failed = tests.filter(({ passed }) => !passed).length;
    const counted = `${tests.length - failed} passed, ${failed} failed`;
    progress.say(`running the tests: ${counted}… ${Math.round((Date.now() - started) / 1000)} s`);
  };
  say();
  const timer = setInterval(say, SAY_EVERY);
  try {
    const limits = { ...LIMITS, time: settings.minutes * 60_000 };
    const node = `--require=${stage.preload} --max-old-space-size=${Math.floor(limits.memory / 2)}`;
    const { ended, code, output, milliseconds } = await runSandboxed({
      stage: stage.root,
      mounts: stage.mounts,
      args: [program.file, ...program.args],
      environment: { ...values, NODE_OPTIONS: node },
      ...{ isolation, limits },
      onReport: (line) => {
        const result = readReport(line, stage.root, sources);
        if (result !== null) tests.push(result);
      },
    });
    const told = output.replaceAll(`${stage.root}/`, "");
    return { kind: "ran", tests, ended, code, output: told, isolation, duration: milliseconds };
  } finally {
    clearInterval(timer);
  }
}
