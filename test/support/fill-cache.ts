import type { Progress } from "../../src/util/progress.js";
import { type FixtureName, fixtureBackend, testWorkspace } from "./fixture-backend.js";

/**
 * Fills the cache for both fixtures: tools, dependencies, clients, and what the compilers say about them. Only this
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
    } finally {
      await tree.close();
    }
  }
}
