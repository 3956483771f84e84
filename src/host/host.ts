import type { Answers } from "../change/answer.js";
import type { Backend } from "../source/backend.js";
import type { Edit } from "../source/edit.js";
import type { Layer } from "../source/layout.js";
import type { Proposal } from "./proposal.js";

/** Where a backend lives and where a proposal goes: GitHub, or a git repository on this machine. */
export interface Host {
  /** "owner/name", or the folder. */
  readonly repository: string;
  /** The backend at the commit that proposals start from. */
  read(): Promise<ReadResult>;
  /** Find-or-create: publishing the same change set twice changes nothing the second time. */
  publish(changeSet: ChangeSet): Promise<PublishResult>;
}

/** A branch that a person works on. What is proposed there becomes commits behind theirs. */
export interface BranchHost {
  readonly repository: string;
  read(): Promise<BranchResult>;
  /** The change set's base is the head that was read; whoever pushed in between keeps what they pushed. */
  publish(changeSet: ChangeSet): Promise<PublishResult>;
}

export type BranchResult = BranchRead | Refused;

export interface BranchRead {
  readonly kind: "branch";
  readonly name: string;
  /** Where it left the branch that it is to go back to. */
  readonly base: Backend;
  readonly theirs: Backend;
  /** The branch at the last commit of ours, if it started from the same base then; null without one. */
  readonly followed: Backend | null;
  /** What was decided before, by the trailers of our commits on it. */
  readonly answers: Answers;
}

export type ReadResult = { readonly kind: "backend"; readonly backend: Backend } | Refused;

export type PublishResult = { readonly kind: "proposal"; readonly proposal: Proposal } | Refused;

/** An expected ending on the host's side: a dirty tree, a fork, a person's commit on the branch, a protected branch. */
export interface Refused {
  readonly kind: "refused";
  /** A sentence each. */
  readonly reason: string;
  readonly remedy: string;
}

export interface ChangeSet {
  /** `autobe/<issue>-<slug>`, without the issue in a local checkout. */
  readonly branch: string;
  /** Commit the edits apply to. */
  readonly base: string;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  /** One per layer that has edits, in layer order. */
  readonly commits: readonly {
    readonly layer: Layer;
    /** As `CommitMessage` prints it, trailers included. */
    readonly message: string;
    readonly edits: readonly Edit[];
  }[];
}
