import type { Layer } from "../source/layout.js";
import type { Proposal } from "./proposal.js";
import type { Backend } from "../source/backend.js";
import type { Edit } from "../source/edit.js";

/** Where a backend lives and where a proposal goes: GitHub, or a git repository on this machine. */
export interface Host {
  /** "owner/name", or the folder. */
  readonly repository: string;
  /** The backend at the commit that proposals start from. */
  read(): Promise<Backend>;
  /** Find-or-create: publishing the same change set twice changes nothing the second time. */
  publish(changeSet: ChangeSet): Promise<Proposal>;
}

export interface ChangeSet {
  /** `autobe/<issue>-<slug>`. */
  readonly branch: string;
  /** Commit the edits apply to. */
  readonly base: string;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  /** One per layer that has edits, in layer order. */
  readonly commits: readonly {
    readonly layer: Layer;
    readonly message: string;
    readonly edits: readonly Edit[];
  }[];
}
