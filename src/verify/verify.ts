import type { Backend } from "../source/backend.js";
import type { Names } from "../spec/names.js";
import type { Renames } from "../spec/renames.js";
import type { Progress } from "../util/progress.js";
import type { RunSettings } from "../workspace/tests/test-run.js";
import type { Workspace } from "../workspace/workspace.js";
import type { GateName, GateResult } from "./diagnostic.js";
import type { AnsweredGuard, Finding } from "./gate.js";
import { meaningGate } from "./meaning/meaning-gate.js";
import { schemaGate } from "./schema/schema-gate.js";
import { stabilityGate } from "./stability/stability-gate.js";
import { runTimeGate } from "./run-time/run-time-gate.js";
import { structureGate } from "./structure/structure-gate.js";
import { Compilation } from "./types/compilation.js";
import { worldFailed } from "./types/not-checked.js";
import { transformGate } from "./types/transform-gate.js";
import { typesGate } from "./types/types-gate.js";

export interface VerifyInput {
  readonly base: Backend;
  readonly head: Backend;
  /** Paths the plan names, fixed before any edit was made. */
  readonly touched: ReadonlySet<string>;
  readonly removed: Names;
  /** Places whose guard a person decided to drop; their text is the base's. */
  readonly answeredGuards: readonly AnsweredGuard[];
  readonly workspace: Workspace;
  /** What has another name in the head; nothing if left out. */
  readonly renames?: Renames;
  /** All of them if left out or null. */
  readonly gates?: readonly GateName[] | null;
  /** Files that the compiler is asked about, for an answer before the verdict; all if left out or null. */
  readonly scope?: readonly string[] | null;
  /** How the backend's tests may be executed; they are not if left out or null. */
  readonly run?: RunSettings | null;
  readonly progress: Progress;
}

/** Cheapest first. The ones that compile are not started once a cheap one has failed. */
const ORDER: readonly GateName[] = ["schema", "structure", "stability", "meaning", "types", "transform"];
const EXPENSIVE: readonly GateName[] = ["types", "transform", "run-time"];

/** Runs the gates and gives the result of every one, failed, passed or skipped. */
export async function verify(input: VerifyInput): Promise<GateResult[]> {
  const compilation = new Compilation(input);
  const chosen = ORDER.filter((gate) => input.gates?.includes(gate) ?? true);
  const asked: readonly GateName[] = input.run ? [...chosen, "run-time"] : chosen;
  const results: GateResult[] = [];
  try {
    for (const gate of asked) {
      const failed = EXPENSIVE.includes(gate)
        ? results.find(({ verdict }) => verdict === "failed")
        : undefined;
      results.push(failed === undefined ? await run(gate, input, compilation) : skip(gate, failed.gate));
    }
  } finally {
    await compilation.close();
  }
  return results;
}

async function run(gate: GateName, input: VerifyInput, compilation: Compilation): Promise<GateResult> {
  input.progress.say(`checking ${gate}`);
  const started = performance.now();
  const { summary, diagnostics, skipped, tests } = await find(gate, input, compilation).catch(
    (error: unknown) => worldFailed(gate, error),
  );
  const duration = Math.round(performance.now() - started);
  const failed = diagnostics.some(({ status }) => status === "new");
  const verdict = failed ? "failed" : skipped === true ? "skipped" : "passed";
  return { gate, verdict, summary, diagnostics, duration, ...(tests === undefined ? {} : { tests }) };
}

async function find(gate: GateName, input: VerifyInput, compilation: Compilation): Promise<Finding> {
  const gates: Readonly<Record<GateName, () => Promise<Finding>>> = {
    schema: () => schemaGate(input),
    structure: () => structureGate(input),
    stability: () => stabilityGate(input),
    meaning: () => meaningGate(input),
    types: () => typesGate(input, compilation),
    "run-time": () => (input.run ? runTimeGate(input, compilation, input.run) : Promise.resolve(NOT_RUN)),
    transform: () => (input.scope ? Promise.resolve(NOT_EMITTED) : transformGate(input, compilation)),
  };
  return gates[gate]();
}

const NOT_RUN: Finding = {
  summary: "Not run: nobody asked for it.",
  diagnostics: [],
  skipped: true,
};

const NOT_EMITTED: Finding = {
  summary: "Only some files are looked at, and nothing is emitted.",
  diagnostics: [],
  skipped: true,
};

function skip(gate: GateName, failed: GateName): GateResult {
  const summary = `Not run, because the gate ${failed} failed.`;
  return { gate, verdict: "skipped", summary, diagnostics: [], duration: 0 };
}
