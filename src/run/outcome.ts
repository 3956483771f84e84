import type { Proposal } from "../host/proposal.js";
import type { Candidate } from "../plan/candidate.js";
import type { Plan } from "../plan/plan.js";
import type { Question } from "../generate/question.js";
import type { Edit } from "../source/edit.js";
import type { GateResult } from "../verify/diagnostic.js";

/** How a run ended. Every ending has one exit code and one answer on the issue. */
export type Outcome =
  | {
      readonly kind: "published";
      readonly plan: Plan;
      readonly edits: readonly Edit[];
      readonly gates: readonly GateResult[];
      readonly proposal: Proposal;
    }
  | {
      readonly kind: "dry-run";
      readonly plan: Plan;
      readonly edits: readonly Edit[];
      readonly gates: readonly GateResult[];
    }
  | { readonly kind: "nothing-to-do"; readonly reason: string; readonly nearest: readonly string[] }
  | {
      readonly kind: "question";
      readonly plan: Plan | null;
      readonly questions: readonly Question[];
      readonly candidates: readonly Candidate[];
    }
  | {
      readonly kind: "stopped";
      readonly reason: string;
      readonly remedy: string;
      readonly plan: Plan | null;
      readonly edits: readonly Edit[];
      readonly gates: readonly GateResult[];
    }
  | { readonly kind: "failed"; readonly reason: string; readonly remedy: string };
