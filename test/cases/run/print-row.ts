import type { CarriedOut } from "./carry-out.js";
import type { GateResult } from "./run-gate.js";
import type { RunCase } from "./run-case.js";

export interface Judged {
  readonly given: RunCase;
  readonly carried: CarriedOut;
  /** What the tools said before the change and after it; null if there was no change to judge. */
  readonly base: GateResult | null;
  readonly head: GateResult | null;
}

export const HEAD = [
  "| case | layout | files touched | byte-identical | answers | generators find | tests passed | second run | ended |",
  "|---|---|---|---|---|---|---|---|---|",
];

/** bbs has collectors and transformers, todo does that work in its operations. */
const LAYOUTS: Readonly<Record<string, string>> = { bbs: "modular", todo: "flat" };

export function rowOf(judged: Judged): string {
  const { given, carried, base, head } = judged;
  const layout = LAYOUTS[given.backend] ?? given.backend;
  if (carried.kind === "not-changed" || base === null || head === null) {
    const why = carried.kind === "not-changed" ? carried.why : "not judged";
    return `| ${given.name} | ${layout} | | | | | | | ${why} |`;
  }
  const found = newlyWritten(judged);
  const generators = found.length === 0 ? "nothing to change" : found.join(", ");
  const tests = `${head.passed} of ${head.tests} (before: ${base.passed} of ${base.tests})`;
  const ended = isGood(judged) ? "good" : `failed at ${head.failure?.script ?? "generators"}`;
  const { touched, answered, again } = carried;
  const same = [...carried.base].filter(([path, content]) => carried.head.get(path)?.equals(content)).length;
  const cells = [given.name, layout, touched, same, answered, generators, tests, again, ended];
  return `| ${cells.join(" | ")} |`;
}

/** A case is good if nothing is worse than before: what did not build before cannot be judged by building. */
export function isGood(judged: Judged): boolean {
  const { carried, base, head } = judged;
  if (carried.kind === "not-changed") return carried.why === "refused";
  if (base === null || head === null) return false;
  const failed = head.failure !== null && head.failure.script !== base.failure?.script;
  return !failed && newlyWritten(judged).length === 0;
}

/** Derived files that were what the generators write, and are not any more, the plan's own word aside. */
function newlyWritten({ base, head, carried }: Judged): readonly string[] {
  const stale = carried.kind === "changed" ? carried.stale : [];
  const before = new Set([...(base?.rewritten ?? []), ...stale]);
  return (head?.rewritten ?? []).filter((path) => !before.has(path));
}
