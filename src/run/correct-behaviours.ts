import { buildGraph } from "../graph/build-graph.js";
import { type Complaint, correctWritten, type Rewrite } from "../phases/correct-written.js";
import { rewriteOperation } from "../phases/realize/write-operations.js";
import { rewriteTest } from "../phases/test/write-tests.js";
import type { Written } from "../phases/written.js";
import type { Backend } from "../source/backend.js";
import type { Diagnostic, GateResult } from "../verify/diagnostic.js";
import { type ByModel, type Edited, writtenOver } from "./edited.js";
import { phasePorts } from "./phase-ports.js";
import type { Ports } from "./ports.js";
import { sayStop } from "./say-stop.js";
import { end, next, type Step } from "./step.js";
import type { Lent } from "./with-model.js";

/** Runs the gates over the whole of what is to be published. */
export type RunGates = (edited: Edited) => Promise<readonly GateResult[]>;

/** Edits, and what the gates say of them. */
export interface Judged {
  readonly edited: Edited;
  readonly gates: readonly GateResult[];
}

/** Has a model write again what the gates find wrong with its artefacts, tests that fail among it. */
export async function correctBehaviours(
  base: Backend,
  judged: Judged & { readonly edited: { readonly byModel: ByModel } },
  runGates: RunGates,
  model: Lent,
  ports: Pick<Ports, "planChange" | "verify" | "progress">,
): Promise<Step<Judged>> {
  const { derived, artefacts } = judged.edited.byModel;
  const phases = phasePorts(base, model, ports, derived.plan.renames);
  const known = new Map<readonly Written[], Judged>([[artefacts, judged]]);
  const judge = async (written: readonly Written[]): Promise<Judged> => {
    const edited = writtenOver(derived, written);
    const fresh = known.get(written) ?? { edited, gates: await runGates(edited) };
    known.set(written, fresh);
    return fresh;
  };
  const complain = async (written: readonly Written[]): Promise<readonly Complaint[]> => {
    const { edited, gates } = await judge(written);
    return complaintsOf(gates, written, edited.head);
  };
  const rewrite: Rewrite = (head, written, complaints) =>
    (written.step.action === "create" ? rewriteTest : rewriteOperation)(head, written, complaints, phases);
  const corrected = await correctWritten(derived.head, artefacts, complain, rewrite, phases);
  if (!corrected.ok) return end(sayStop(corrected.why, corrected.record));
  return next(await judge(corrected.value), "");
}

/** What the gates say, each at the artefacts that it can be about. */
function complaintsOf(
  gates: readonly GateResult[],
  written: readonly Written[],
  head: Backend,
): readonly Complaint[] {
  const found = gates.flatMap(({ diagnostics }) => diagnostics.filter(({ status }) => status === "new"));
  const failing = found.filter(({ gate, path }) => gate === "run-time" && path !== null);
  const reached = failing.length === 0 ? null : operationsCalled(head);
  return found.flatMap((diagnostic) => {
    const { path } = diagnostic;
    if (path === null) return [];
    const called = diagnostic.gate === "run-time" ? reached?.get(path) : undefined;
    return written
      .filter(
        ({ edit, step, behaviour }) =>
          edit.path === path || (step.action === "edit" && called?.has(behaviour.operation)),
      )
      .map(({ edit }) => {
        const code = edit.path === path ? null : (head.files.get(path)?.text ?? null);
        return { path: edit.path, text: sayDiagnostic(diagnostic, code) };
      });
  });
}

/** By path of a test: keys of the operations that it calls. */
function operationsCalled(head: Backend): ReadonlyMap<string, ReadonlySet<string>> {
  const { files, sdk } = buildGraph(head);
  const keyOf = (accessor: string): readonly string[] => {
    const entry = sdk.get(accessor);
    return entry === undefined ? [] : [entry.key];
  };
  return new Map([...files.values()].map((file) => [file.path, new Set([...file.sdk].flatMap(keyOf))]));
}

/** In characters; what is longer is shortened. */
const SHOWN = { message: 1_000, code: 6_000 };

/** `code` is that of the test that fails; null where whoever reads it knows it. */
function sayDiagnostic({ gate, line, message }: Diagnostic, code: string | null): string {
  const said = message.slice(0, SHOWN.message);
  if (gate !== "run-time") return `The ${gate} gate says${line === null ? "" : ` of line ${line}`}: ${said}`;
  const body = code?.slice(Math.max(0, code.indexOf("export "))).slice(0, SHOWN.code);
  return `When the tests ran: ${said}${body === undefined ? "" : `\nThe test:\n${body}`}`;
}
