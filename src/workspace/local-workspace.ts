import typia from "typia";
import { remember } from "./cache/remember.js";
import type { CompilerLimits } from "./compiler/compiler-process.js";
import { OpenTree } from "./open-tree.js";
import { digest, resolveDependencies } from "./packages/resolve-dependencies.js";
import type { TreeOptions } from "./placed-tree.js";
import { ResidentTree } from "./resident-tree.js";
import { hasTransforms, resultKey } from "./result-key.js";
import { testOnce } from "./tests/test-once.js";
import type { CheckedTree, CheckReport, CheckRequest, TransformReport, Workspace } from "./workspace.js";

export interface WorkspaceOptions {
  /** Folder for tools, dependencies, generated clients and results. */
  readonly cache: string;
  /** Lock files recorded before, for backends that have none. */
  readonly recorded?: readonly string[];
  readonly limits?: CompilerLimits;
}

const LIMITS: CompilerLimits = { time: 10 * 60_000, memory: 6144 };

/** The workspace of this machine: installations and results in a cache folder, trees in temporary ones. */
export function localWorkspace({ cache, recorded = [], limits = LIMITS }: WorkspaceOptions): Workspace {
  return {
    resolve: (backend, progress) => resolveDependencies(backend, { cache, recorded }, progress),
    open: (request, progress) => openTree(request, { cache, limits, progress }),
    reside: (toolchain, progress) => new ResidentTree(toolchain, { cache, limits, progress }),
  };
}

/** Answers are kept by tree, dependencies and release, so an equal tree is never compiled twice. */
function openTree(request: CheckRequest, options: TreeOptions): CheckedTree {
  const tree = new OpenTree(request, options);
  const key = (kind: string): string => digest(`${kind}\n${resultKey(request)}`);
  return {
    check: () =>
      remember<CheckReport>(options.cache, key("check"), typia.json.createIsParse<CheckReport>(), () =>
        tree.check(),
      ),
    transform: () =>
      hasTransforms(request)
        ? remember<TransformReport>(
            options.cache,
            key("transform"),
            typia.json.createIsParse<TransformReport>(),
            () => tree.transform(),
          )
        : Promise.resolve({ problems: [], transforms: [] }),
    test: (asked) => testOnce(request, asked, () => tree.emit(), options),
    close: () => tree.close(),
  };
}
