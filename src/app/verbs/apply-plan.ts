import type { Desk, PullThread } from "../desk.js";
import type { RequestMark } from "../request-mark.js";
import { runExtension } from "../run-extension.js";
import { startRequest } from "./propose.js";

/** Carries out the commands of a plan, in the name of who asked for it. */
export async function applyPlan(desk: Desk, request: RequestMark, pull: PullThread | null): Promise<void> {
  const commands = { ...request, text: request.plan?.text ?? request.text };
  if (pull === null) await startRequest(desk, commands);
  else await runExtension(desk, pull, commands);
}
