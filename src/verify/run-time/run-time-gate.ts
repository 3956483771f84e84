import type { RunSettings, TestRun } from "../../workspace/tests/test-run.js";
import type { Finding, Trees } from "../gate.js";
import { schemaDifference } from "../schema/schema-engine.js";
import { schemaTexts } from "../schema/schema-texts.js";
import type { Compilation } from "../types/compilation.js";
import { judgeTests } from "./judge-tests.js";
import { reachedTests } from "./reached-tests.js";

/** The backend's own tests, on the base and on the head: the only gate that executes code of the repository. */
export async function runTimeGate(
  trees: Trees,
  compilation: Compilation,
  settings: RunSettings,
): Promise<Finding> {
  const { versions } = await compilation.dependencies();
  const pinned = versions.get("typescript");
  const typia = versions.get("typia");
  const unfit = whyUnfit(pinned, typia);
  if (pinned === undefined || unfit !== null)
    return { summary: `Not run: ${unfit ?? ""}`, diagnostics: [], skipped: true };
  const test = async (side: "base" | "head", first: readonly string[]): Promise<TestRun> => {
    const tree = await compilation.tree(side, pinned);
    const schema = (): Promise<string> => schemaSql(trees, side);
    return await tree.test({ first, settings, keepFailures: side === "base", schema });
  };
  // The head first would tell sooner; but what the base does is known from before in most cases.
  const base = await test("base", []);
  if (base.kind === "not-run") return judgeTests(base, base, () => true);
  const same = trees.base === trees.head;
  const head = same ? base : await test("head", reachedTests(trees.base, trees.head));
  return judgeTests(base, head, (path) => trees.head.files.has(path));
}

function whyUnfit(typescript: string | undefined, typia: string | undefined): string | null {
  if (typescript === undefined) return "the backend depends on no typescript. Add it to its devDependencies.";
  if (Number.parseInt(typescript, 10) >= 7 || Number.parseInt(typia ?? "0", 10) >= 13)
    return `typescript ${typescript} with typia ${typia ?? "none"} has no transforms that run in Node.js.`;
  return null;
}

async function schemaSql(trees: Trees, side: "base" | "head"): Promise<string> {
  const { files, dialect } = schemaTexts(trees[side]);
  return await schemaDifference(null, files, dialect ?? "sqlite");
}
