import type { Graph } from "../graph/graph.js";
import type { BlobCache } from "../host/github/blob-cache.js";
import type { BotIdentity } from "../host/github/bot-identity.js";
import type { Requester } from "../host/github/github-client.js";
import type { Ports } from "../run/ports.js";
import type { RunReport } from "../run/report.js";
import type { Request } from "../run/request.js";
import type { Backend } from "../source/backend.js";
import type { Progress } from "../util/progress.js";

/** What the app needs from outside; made once, when it starts. */
export interface Services {
  /** An Octokit that acts for one installation. */
  readonly octokit: (installationId: number) => Promise<Requester>;
  readonly bot: BotIdentity;
  readonly cache: BlobCache;
  /** Signs the markers in what the bot writes. */
  readonly markerKey: string;
  readonly run: (request: Request, ports: Ports) => Promise<RunReport>;
  /** Ports of a run that are the same for every job. */
  readonly workshop: Pick<Ports, "planChange" | "verify" | "migrationOf" | "lendModel" | "now">;
  /** The graph of a backend, with whatever cache there is. */
  readonly graphOf: (backend: Backend) => Graph;
  readonly progress: Progress;
  readonly log: Log;
}

export interface Log {
  readonly info: (fields: object, message: string) => void;
  readonly error: (fields: object, message: string) => void;
}
