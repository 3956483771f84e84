import { findProposal } from "../../host/github/find-proposal.js";
import type { Comment } from "../../host/github/comments.js";
import type { Desk } from "../desk.js";
import { PullRequestBody } from "../pull-request-body.js";
import { newRequest, type RequestMark } from "../request-mark.js";
import { runRequest } from "../run-request.js";

/** Starts a request that a person wrote as commands. */
export async function propose(desk: Desk, command: Comment): Promise<void> {
  await startRequest(desk, newRequest(desk.job, command));
}

/** Runs a request, unless the issue's proposal is open: then it is answered with a link, and nothing is run. */
export async function startRequest(desk: Desk, request: RequestMark): Promise<void> {
  const { job, thread, client } = desk;
  const open = await findProposal(client, job.issue);
  // The same request again, after a crash between publishing and reporting, finds its own proposal and goes on.
  if (open !== null && PullRequestBody.parse(open.body, thread.signer)?.mark.comment !== request.comment) {
    await thread.reply(
      `#${open.number} is open for this issue, so nothing was run. ` +
        "Merge or close it first, or ask for this in an issue of its own.",
    );
    return thread.react("confused");
  }
  await runRequest(desk, request);
}
