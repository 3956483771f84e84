import { answeredGuards } from "../../src/run/answered-guards.js";
import type { Backend } from "../../src/source/backend.js";
import { SILENT } from "../../src/util/progress.js";
import { verify } from "../../src/verify/verify.js";
import type { GateName } from "../../src/verify/diagnostic.js";
import type { Workspace } from "../../src/workspace/workspace.js";
import { tryChange } from "../hand-edits/try-change.js";

/** How a change ended in a backend, and what was wrong with it if it was carried out. */
export interface Swept {
  readonly line: string;
  /** `changed`, or why it was not: `refused`, `nothing-to-do`, `threw` and so on. */
  readonly ended: string;
  readonly files: number;
  /** In milliseconds; how long planning and editing took. */
  readonly took: number;
  /** What a gate finds that was not there before, and a second run that finds more to do. */
  readonly problems: readonly string[];
}

export async function sweepChange(
  base: Backend,
  line: string,
  gates: readonly GateName[],
  workspace: Workspace,
): Promise<Swept> {
  const start = performance.now();
  const tried = attempt(base, line);
  const took = Math.round(performance.now() - start);
  if (tried.kind === "not-changed")
    return { line, ended: tried.why, files: 0, took, problems: tried.thrown ? [tried.thrown] : [] };
  const { plan, edits, head } = tried;
  const results = await verify({
    base,
    head,
    touched: new Set(plan.steps.map(({ path }) => path)),
    removed: plan.removed,
    renames: plan.renames,
    answeredGuards: answeredGuards(plan),
    gates,
    workspace,
    progress: SILENT,
  });
  const problems = results.flatMap(({ gate, diagnostics }) =>
    diagnostics
      .filter(({ status }) => status === "new")
      .map(
        ({ path, line: at, message }) =>
          `${gate} ${path}:${at} ${message.replace(/\s+/g, " ").slice(0, 240)}`,
      ),
  );
  const again = attempt(head, line);
  const more =
    again.kind === "changed"
      ? [`a second run edits ${again.edits.map(({ path }) => path).join(", ")}`]
      : again.why === "nothing-to-do"
        ? []
        : [`a second run is answered ${again.why}`];
  return { line, ended: "changed", files: edits.length, took, problems: [...problems, ...more] };
}

type Attempt =
  | Extract<ReturnType<typeof tryChange>, { kind: "changed" }>
  | { readonly kind: "not-changed"; readonly why: string; readonly thrown?: string };

function attempt(backend: Backend, line: string): Attempt {
  try {
    return tryChange(backend, line);
  } catch (error) {
    const thrown = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: "not-changed", why: "threw", thrown: thrown.split("\n").slice(0, 4).join(" ") };
  }
}
