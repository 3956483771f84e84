import { Worker } from "node:worker_threads";
import type { Answers } from "../../change/answer.js";
import type { Change } from "../../change/change.js";
import type { Planned } from "../../plan/planned.js";
import type { Backend } from "../../source/backend.js";
import { type PlanAnswer, type PlanRequest, unpackPlan } from "./plan-messages.js";

/**
 * Plans beside the web server and the heartbeat of the lease: neither can wait for the seconds that a large backend
 * takes. Each plan has a thread of its own, so that its memory is given back and a crash of it is one failed job.
 */
export async function planInThread(backend: Backend, change: Change, answers: Answers): Promise<Planned> {
  const request: PlanRequest = { backend, change, answers };
  const answer = await new Promise<PlanAnswer>((resolve, reject) => {
    const thread = new Worker(new URL("./plan-thread.js", import.meta.url), { workerData: request });
    thread.once("message", resolve);
    thread.once("error", reject);
    thread.once("exit", (code) => reject(new Error(`The planning thread ended with ${code} and no plan`)));
  });
  return unpackPlan(answer);
}
