import type { Outcome } from "../../run/outcome.js";
import type { RunReport } from "../../run/report.js";
import type { Edit } from "../../source/edit.js";
import type { GateResult } from "../../verify/diagnostic.js";

/** A run as `--json` gives it; these keys and no others. */
export function reportJson(report: RunReport): object {
  const { outcome, cost, timings } = report;
  const gates = "gates" in outcome ? outcome.gates : [];
  return {
    outcome: outcomeJson(outcome, gates),
    edits: "edits" in outcome ? outcome.edits.map(editJson) : [],
    diagnostics: gates.flatMap((gate) => gate.diagnostics),
    plan: "plan" in outcome ? outcome.plan : null,
    cost: { ...cost, hostRequests: report.requests },
    timings,
  };
}

/** The outcome without what stands beside it in the same object. */
function outcomeJson(outcome: Outcome, gates: readonly GateResult[]): object {
  const { kind } = outcome;
  const verdicts = gates.map(({ gate, verdict, summary, duration, tests }) => ({
    gate,
    verdict,
    summary,
    duration,
    ...(tests === undefined ? {} : { tests }),
  }));
  switch (kind) {
    case "published": {
      const { proposal, migration, contract, coverage } = outcome;
      return { kind, proposal, gates: verdicts, migration, contract, coverage };
    }
    case "dry-run":
      return { kind, gates: verdicts, migration: outcome.migration, contract: outcome.contract };
    case "planned":
      return { kind };
    case "nothing-to-do":
      return { kind, reason: outcome.reason, nearest: outcome.nearest };
    case "understood":
    case "unclear": {
      const { changes, questions, contradictions, contract, model } = outcome;
      return { kind, changes, questions, contradictions, contract, model };
    }
    case "question":
      return { kind, questions: outcome.questions, candidates: outcome.candidates };
    case "stopped":
      return { kind, reason: outcome.reason, remedy: outcome.remedy, gates: verdicts };
    case "failed":
      return { kind, world: outcome.world, reason: outcome.reason, remedy: outcome.remedy };
  }
}

/** A created file has no `before`, a deleted one no `after`. */
function editJson({ path, before, after }: Edit): object {
  return { path, ...(before === null ? {} : { before }), ...(after === null ? {} : { after }) };
}
