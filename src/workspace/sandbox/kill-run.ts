import { killGroup } from "../process/run-child.js";
import { childrenOf, descendantsOf } from "./process-tree.js";
import type { Isolation } from "./sandbox.js";

/** How long the kernel may take to clear a namespace before its outer process is ended as well. */
const PATIENCE = 5_000;

/**
 * Ends a run and all that it has started. Of a namespace the first process is ended, which takes the others along;
 * the process outside of it ends by itself once they are gone, so whoever waits for that one waits for all.
 */
export function killRun(pid: number | undefined, isolation: Isolation): void {
  if (pid === undefined) return;
  const inner = isolation === "none" ? descendantsOf(pid) : childrenOf(pid);
  for (const each of inner) kill(each);
  if (isolation === "none" || inner.length === 0) killGroup(pid);
  else setTimeout(() => killGroup(pid), PATIENCE).unref();
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
