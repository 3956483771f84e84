import type { Change } from "../change/change.js";
import type { World } from "../errors/world-error.js";
import type { Coverage } from "../graph/questions/coverage.js";
import type { Question } from "../generate/question.js";
import type { Proposal } from "../host/proposal.js";
import type { Candidate } from "../plan/candidate.js";
import type { Plan } from "../plan/plan.js";
import type { Edit } from "../source/edit.js";
import type { ContractChange } from "../spec/contract/contract-change.js";
import type { GateResult } from "../verify/diagnostic.js";

/** How a run ended. Every ending has one exit code and one answer on the issue. */
export type Outcome =
  | Published
  | DryRun
  /** The run was asked for the plan alone. */
  | { readonly kind: "planned"; readonly plan: Plan }
  /** `nearest` are names that the person may have meant. */
  | { readonly kind: "nothing-to-do"; readonly reason: string; readonly nearest: readonly string[] }
  | Understood
  | Asked
  | Stopped
  | Failed;

/** What a run made, whether it was published or not. */
export interface Work {
  readonly plan: Plan;
  readonly edits: readonly Edit[];
  readonly gates: readonly GateResult[];
  /** What a model wrote: its files, from what is derived of them to what they are. */
  readonly byModel: readonly Edit[];
  /** Null where the change leaves the schema alone. */
  readonly migration: Migration | null;
  /** What callers will notice. */
  readonly contract: readonly ContractChange[];
  readonly coverage: Coverage;
}

export interface Published extends Work {
  readonly kind: "published";
  readonly proposal: Proposal;
}

export interface DryRun extends Work {
  readonly kind: "dry-run";
}

/** A text was read by a model. It is answered with what it comes to, and a person sends that, or not. */
export interface Understood {
  readonly kind: "understood" | "unclear";
  /** Each of them can be sent as a command. */
  readonly changes: readonly Change[];
  /** What the changes reach; null where there are none, or a question comes first. */
  readonly plan: Plan | null;
  /** What callers would notice. */
  readonly contract: readonly ContractChange[];
  /** At least one if the text is unclear, and none otherwise. */
  readonly questions: readonly { readonly question: string; readonly options: readonly string[] }[];
  readonly contradictions: readonly {
    readonly section: string;
    readonly says: string;
    readonly quotes: readonly string[];
  }[];
  /** Endpoint and name of the model. */
  readonly model: string;
}

/** A person has to choose: between what an ambiguous word may mean, or what to do about a construct. */
export interface Asked {
  readonly kind: "question";
  readonly plan: Plan | null;
  readonly questions: readonly Question[];
  readonly candidates: readonly Candidate[];
}

/** The run could go on, and must not: nothing was published. */
export interface Stopped {
  readonly kind: "stopped";
  /** Sentences without the full stop. */
  readonly reason: string;
  readonly remedy: string;
  readonly plan: Plan | null;
  readonly edits: readonly Edit[];
  readonly gates: readonly GateResult[];
}

/** The world failed: the same run may end well later. */
export interface Failed {
  readonly kind: "failed";
  readonly world: World;
  readonly reason: string;
  readonly remedy: string;
}

/** SQL that takes the database from the base's schema to the head's; written, never applied. */
export interface Migration {
  readonly sql: string;
  readonly dialect: string;
  readonly risks: readonly MigrationRisk[];
  /** A sentence about the file that it went into, where the repository keeps its migrations. */
  readonly place?: string;
  /** Why no SQL is written for what changes; such a run is stopped. */
  readonly refusals: readonly { readonly reason: string; readonly remedy: string }[];
}

export interface MigrationRisk {
  readonly code: string;
  /** Empty where no statement is at fault, but what rows hold. */
  readonly statement: string;
  readonly reason: string;
  /** Counts the rows at stake in the database before the migration; absent where nothing can be counted. */
  readonly rows?: string | null;
}
