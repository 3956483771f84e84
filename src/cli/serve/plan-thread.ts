import { parentPort, workerData } from "node:worker_threads";
import { planChange } from "../../plan/plan-change.js";
import { packError, packPlan, type PlanAnswer, type PlanRequest } from "./plan-messages.js";

// The body of a thread that makes one plan and ends.
function answerOf({ backend, change, answers }: PlanRequest): PlanAnswer {
  try {
    return packPlan(planChange(backend, change, answers));
  } catch (error) {
    return packError(error);
  }
}

parentPort?.postMessage(answerOf(workerData as PlanRequest));
