import { DEFAULT_CONFIG } from "../../src/config/repository-config.js";
import type { Progress } from "../../src/util/progress.js";
import type { CheckedTree } from "../../src/workspace/workspace.js";
import { type FixtureName, fixtureBackend, testWorkspace } from "./fixture-backend.js";

/**
 * Fills the cache for both fixtures: tools, dependencies, clients, what the compilers say about them and what their own
 * tests come to. Only this
 * step of `npm test` needs the registry, and only as long as the cache lacks something.
 */
const NAMES: readonly FixtureName[] = ["bbs", "todo"];

const workspace = testWorkspace();
for (const name of NAMES) {
  const progress: Progress = {
    start: () => {},
    say: (text) => console.log(`${name}: ${text}`),
    end: () => {},
  };
  const backend = fixtureBackend(name);
  const dependencies = await workspace.resolve(backend, progress);
  const pinned = dependencies.versions.get("typescript") ?? "5.9.3";
  for (const compiler of new Set([pinned, "5.9.3"])) {
    const tree = workspace.open({ backend, dependencies, compiler }, progress);
    try {
      const { problems, files } = await tree.check();
      const { transforms } = compiler === pinned ? await tree.transform() : { transforms: [] };
      console.log(
        `${name}: typescript ${compiler}, ${files} files, ${problems.length} errors, ${transforms.length} transforms`,
      );
      if (compiler === pinned) console.log(`${name}: ${await testedOnce(tree)}`);
    } finally {
      await tree.close();
    }
  }
}

/** The same request as the gate makes of a base, so that tests of the gate find its answer. */
async function testedOnce(tree: CheckedTree): Promise<string> {
  const run = await tree.test({
    ...{ first: [], settings: DEFAULT_CONFIG.verify, keepFailures: true },
    schema: () => Promise.resolve(""),
  });
  if (run.kind === "not-run") return `tests not run: ${run.reason}`;
  return `${run.tests.filter(({ passed }) => passed).length} of ${run.tests.length} tests passed`;
}
