import type PgBoss from "pg-boss";
import type { Store } from "../store/store.js";

export const QUEUE = "requests";

export interface QueueSettings {
  /** A worker that has not renewed its lease for this long counts as gone. */
  readonly leaseSeconds: number;
  readonly pollSeconds: number;
  /** How long a job waits before it is looked at again when its repository is busy. */
  readonly deferSeconds: number;
  readonly retryLimit: number;
  readonly retrySeconds: number;
  /** What went wrong between jobs; the worker goes on. */
  readonly onError: (error: unknown) => void;
}

/** What the parts of the queue share. */
export interface StoredJobs {
  readonly store: Store;
  readonly boss: PgBoss;
  readonly settings: QueueSettings;
  /** Called when a job is stored, so that a worker in the same process need not wait for its next look. */
  readonly wakers: Set<() => void>;
}
