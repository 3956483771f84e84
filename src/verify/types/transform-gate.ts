import { difference } from "../difference.js";
import type { Finding, Trees } from "../gate.js";
import type { Compilation } from "./compilation.js";
import { compilersFor } from "./compilers-for.js";

/**
 * The emit through typia's and nestia's own transforms: plain type checking does not see what they refuse. They run
 * over the programs that the types gate has open.
 */
export async function transformGate(trees: Trees, compilation: Compilation): Promise<Finding> {
  const { versions } = await compilation.dependencies();
  const pinned = versions.get("typescript");
  const [compiler] = pinned === undefined ? [] : compilersFor(pinned, trees.removed);
  const reason = whySkipped(versions, pinned);
  if (compiler === undefined || reason !== null)
    return { summary: reason ?? "", diagnostics: [], skipped: true };
  const [base, head] = await Promise.all(
    (["base", "head"] as const).map(async (side) => (await compilation.tree(side, compiler)).transform()),
  );
  if (base === undefined || head === undefined || head.transforms.length === 0)
    return {
      summary: "No tsconfig of the backend asks for a transform of typia or nestia.",
      diagnostics: [],
      skipped: true,
    };
  const names = head.transforms.map((name) => name.replace(/\/lib\/transform$/, ""));
  const summary = `Emitted through ${names.map((name) => `${name} ${versions.get(name) ?? ""}`.trim()).join(", ")}.`;
  return { summary, diagnostics: difference({ gate: "transform", ...trees }, base.problems, head.problems) };
}

function whySkipped(versions: ReadonlyMap<string, string>, pinned: string | undefined): string | null {
  const typia = versions.get("typia");
  if (typia === undefined) return "The backend does not use typia.";
  if (Number.parseInt(typia, 10) >= 13) return `typia ${typia} has no transform that runs in Node.js.`;
  if (pinned === undefined || Number.parseInt(pinned, 10) >= 7)
    return `typescript ${pinned ?? ""} runs no transforms.`.replace("  ", " ");
  return null;
}
