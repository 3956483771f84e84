import type { Answers } from "../change/answer.js";
import type { Change } from "../change/change.js";
import type { Host, Refused } from "../host/host.js";
import type { LendModel } from "../model/model-access.js";
import type { Planned } from "../plan/planned.js";
import type { Backend } from "../source/backend.js";
import type { Progress } from "../util/progress.js";
import type { GateName, GateResult } from "../verify/diagnostic.js";
import type { Trees } from "../verify/gate.js";
import type { RunSettings } from "../workspace/tests/test-run.js";
import type { Intent } from "../spec/intent.js";
import type { Migration, Work } from "./outcome.js";
import type { Cost } from "./report.js";

/** Everything a run needs from outside; the command line, the app and the tests each bring their own. */
export interface Ports {
  readonly host: Host;
  /** A server plans in another thread, because planning takes seconds in which nothing else would be answered. */
  readonly planChange: (backend: Backend, change: Change, answers: Answers) => Planned | Promise<Planned>;
  readonly verify: (verification: Verification) => Promise<readonly GateResult[]>;
  readonly migrationOf: (base: Backend, head: Backend, intent: Intent) => Promise<Migration>;
  /** Title and body of the proposal, with what the run cost. */
  readonly describe: (work: Work, cost: Cost) => { readonly title: string; readonly body: string };
  /** Asked right before publishing, because rights and leases may be gone by then; null lets it go on. */
  readonly mayPublish: () => Promise<Refused | null>;
  /** Lends the language model; left out or null where none is set up, which is a full mode. */
  readonly lendModel?: LendModel | null;
  readonly progress: Progress;
  /** Milliseconds since 1970, never going back. */
  readonly now: () => number;
  /** Requests to the host so far. */
  readonly requests: () => number;
}

export interface Verification extends Trees {
  readonly gates: readonly GateName[] | null;
  /** Files that the compiler is asked about; all if left out. */
  readonly scope?: readonly string[];
  /** How the repository's tests may be executed; they are not if left out or null. */
  readonly run?: RunSettings | null;
  readonly progress: Progress;
}
