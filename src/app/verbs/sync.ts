import type { Comment } from "../../host/github/comments.js";
import type { Desk, PullThread } from "../desk.js";
import { newRequest } from "../request-mark.js";
import { runSync } from "../run-sync.js";

/** Lets the rest of the backend follow what a person wrote on the branch of their pull request. */
export async function sync(desk: Desk, pull: PullThread, command: Comment): Promise<void> {
  await runSync(desk, pull, newRequest(desk.job, command));
}
