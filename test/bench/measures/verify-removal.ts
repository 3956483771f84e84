import { randomUUID } from "node:crypto";

import { readFolders } from "../../../src/config/folders.js";
import { planChange } from "../../../src/plan/plan-change.js";
import { applyEdits } from "../../../src/source/apply-edits.js";
import type { Backend } from "../../../src/source/backend.js";
import { makeBackend } from "../../../src/source/make-backend.js";
import { SILENT } from "../../../src/util/progress.js";
import { verify } from "../../../src/verify/verify.js";
import { localWorkspace } from "../../../src/workspace/local-workspace.js";
import { readSources } from "./read-sources.js";

/**
 * The types gate of one removal: base and head compiled, then another head of a base whose result is kept. Tools
 * and dependencies must be installed before, or installing is measured too.
 */
export async function verifyRemoval(folder: string): Promise<Record<string, number>> {
  const texts = readSources(folder).map(({ path, text }) => [path, text] as const);
  const workspace = localWorkspace({ cache: readFolders().cache });
  const check = async (base: Backend, note: string): Promise<number> => {
    const planned = planChange(base, { kind: "remove-feature", target: "invoice messages" }, new Map());
    if (planned.kind !== "plan") throw new Error(`the removal ended as ${planned.kind}`);
    const { plan } = planned;
    const head = marked(applyEdits(base, planned.edits()), "src/MyConfiguration.ts", note);
    const start = performance.now();
    const touched = new Set([...plan.steps.map(({ path }) => path), "src/MyConfiguration.ts"]);
    const input = { base, head, touched, removed: plan.removed, answeredGuards: [], workspace };
    const [types] = await verify({ ...input, gates: ["types"], progress: SILENT });
    if (types?.verdict !== "passed") throw new Error(`types: ${JSON.stringify(types)}`);
    return performance.now() - start;
  };
  // What is checked must be new each time, or the kept result of an earlier run would be measured.
  const base = marked(makeBackend("bench", texts), "src/MyBackend.ts", randomUUID());
  return { bothMs: await check(base, "first head"), headMs: await check(base, "second head") };
}

/** The backend with a comment at the end of one file, which makes it another tree. */
function marked(backend: Backend, path: string, note: string): Backend {
  const before = backend.files.get(path)?.text ?? "";
  return applyEdits(backend, [{ path, before, after: `${before}// ${note}\n` }]);
}
