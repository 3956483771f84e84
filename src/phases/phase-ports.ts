import type { Change } from "../change/change.js";
import type { Ask } from "../model/loop/ask.js";
import type { Planned } from "../plan/planned.js";
import type { Embedder } from "../retrieve/embedding/embedder.js";
import type { Backend } from "../source/backend.js";
import type { Diagnostic } from "../verify/diagnostic.js";

/** What phases need from the run that they belong to. */
export interface PhasePorts {
  readonly ask: Ask;
  /** Finds the requirements that a text is about. */
  readonly embedder: Embedder;
  /** Plans changes, each on what the ones before it leave. */
  readonly tryChanges: (backend: Backend, changes: readonly Change[]) => Promise<Tried>;
  /** What the compiler says of these files of a backend and did not say of the base. */
  readonly compile: (head: Backend, paths: readonly string[]) => Promise<readonly Diagnostic[]>;
  /** Tells a waiting person what a phase is busy with. */
  readonly say: (text: string) => void;
}

/** What planning has against changes, and the backend as those leave it that can be carried out. */
export interface Tried {
  readonly objections: readonly Objection[];
  readonly backend: Backend;
}

/** A change that cannot be carried out, with how its planning ended. */
export interface Objection {
  readonly change: Change;
  readonly ending: Exclude<Planned, { kind: "plan" }>;
}
