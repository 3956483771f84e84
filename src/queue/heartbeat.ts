import { LeaseLostError } from "../errors/lease-lost-error.js";
import { renewLease } from "../store/queries/renew-lease.js";
import type { Lease } from "../store/queries/take-lease.js";
import type { StoredJobs } from "./stored-jobs.js";

/**
 * Renews a lease three times per its length until stopped. Aborts the work when the lease is lost, or when the store
 * has been silent for so long that it must be.
 */
export class Heartbeat {
  private readonly timer: NodeJS.Timeout;
  private renewedAt = performance.now();
  private beating: Promise<void> = Promise.resolve();

  public constructor(
    private readonly jobs: StoredJobs,
    private readonly lease: Lease,
    private readonly abort: AbortController,
  ) {
    const milliseconds = (jobs.settings.leaseSeconds * 1000) / 3;
    this.timer = setInterval(() => (this.beating = this.beating.then(() => this.beat())), milliseconds);
    this.timer.unref();
  }

  public async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.beating;
  }

  private async beat(): Promise<void> {
    const { store, settings } = this.jobs;
    const start = performance.now();
    try {
      if (!(await renewLease(store, this.lease, settings.leaseSeconds))) this.lose();
      else this.renewedAt = start;
    } catch (error) {
      settings.onError(error);
      if (performance.now() - this.renewedAt > settings.leaseSeconds * 1000) this.lose();
    }
  }

  private lose(): void {
    clearInterval(this.timer);
    this.abort.abort(new LeaseLostError(this.lease.repository));
  }
}
