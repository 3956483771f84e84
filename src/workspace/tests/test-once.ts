import typia from "typia";
import { remember } from "../cache/remember.js";
import type { Emitted } from "../compiler/emitted.js";
import { digest } from "../packages/resolve-dependencies.js";
import type { TreeOptions } from "../placed-tree.js";
import { chooseIsolation } from "../sandbox/choose-isolation.js";
import type { CheckRequest } from "../workspace.js";
import { runTests } from "./run-tests.js";
import type { TestedRun, TestRequest, TestRun } from "./test-run.js";

/** Raised when trees are built or run in another way, so that results of the old way are forgotten. */
const VERSION = 1;

/**
 * The tests of a tree, or what they came to when the same tree was run before. Only a run that came to its own end is
 * kept: of any other the machine may have been the reason.
 */
export async function testOnce(
  tree: CheckRequest,
  request: TestRequest,
  emit: () => Promise<Emitted>,
  options: TreeOptions,
): Promise<TestRun> {
  return await remember<TestRun>(
    options.cache,
    keyOf(tree, request),
    typia.json.createIsParse<TestRun>(),
    () => runTests(tree, request, emit, options),
    (run) => run.kind === "ran" && isWorthKeeping(run, request),
  );
}

function isWorthKeeping({ ended, tests }: TestedRun, { keepFailures }: TestRequest): boolean {
  if (ended !== "itself" || tests.length === 0) return false;
  return keepFailures || tests.every(({ passed }) => passed);
}

function keyOf({ backend, dependencies, compiler }: CheckRequest, { settings }: TestRequest): string {
  const texts = [...backend.files.values()].filter(({ text }) => text !== null);
  const files = texts.map(({ path, sha }) => `${path}\0${sha}`);
  const about = [
    VERSION,
    chooseIsolation(),
    compiler,
    dependencies.key,
    JSON.stringify(settings.environment),
  ];
  return digest(`tests\n${[...about, ...files].join("\n")}`);
}
