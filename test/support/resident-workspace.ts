import type { Backend } from "../../src/source/backend.js";
import { SILENT } from "../../src/util/progress.js";
import type { CheckReport, CheckRequest, ResidentTree, Workspace } from "../../src/workspace/workspace.js";

/** A workspace in which one compiler of each release takes all trees, one after the other; nothing is emitted. */
export interface ResidentWorkspace extends Workspace {
  readonly close: () => Promise<void>;
}

/** What is said about `base` is known from a check of all its files; of other trees the scope is checked. */
export function residentWorkspace(inner: Workspace, base: Backend): ResidentWorkspace {
  const trees = new Map<string, ResidentTree>();
  const known = new Map<string, Promise<CheckReport>>();
  const whole = (request: CheckRequest): Promise<CheckReport> => {
    const { compiler, dependencies } = request;
    const key = `${compiler} ${dependencies.key}`;
    const report = known.get(key) ?? checkOnce(inner, { compiler, dependencies, backend: request.backend });
    known.set(key, report);
    return report;
  };
  const check = async (request: CheckRequest): Promise<CheckReport> => {
    if (sameFiles(request.backend, base)) return within(await whole(request), request.scope);
    const { compiler } = request;
    const tree = trees.get(compiler) ?? inner.reside(request, SILENT);
    trees.set(compiler, tree);
    return await tree.check(request.backend, request.scope ?? null);
  };
  return {
    ...inner,
    open: (request) => ({
      check: () => check(request),
      transform: () => Promise.resolve({ problems: [], transforms: [] }),
      test: () => Promise.reject(new Error("Nothing is executed here")),
      close: () => Promise.resolve(),
    }),
    close: async () => {
      await Promise.all([...trees.values()].map((tree) => tree.close()));
    },
  };
}

async function checkOnce(workspace: Workspace, request: CheckRequest): Promise<CheckReport> {
  const tree = workspace.open(request, SILENT);
  try {
    return await tree.check();
  } finally {
    await tree.close();
  }
}

function within({ problems }: CheckReport, scope: CheckRequest["scope"]): CheckReport {
  if (scope === undefined) return { problems, files: problems.length };
  const paths = new Set(scope);
  return {
    problems: problems.filter(({ path }) => path === null || paths.has(path)),
    files: scope.length,
  };
}

function sameFiles(one: Backend, other: Backend): boolean {
  if (one.files.size !== other.files.size) return false;
  return [...one.files.values()].every(({ path, sha }) => other.files.get(path)?.sha === sha);
}
