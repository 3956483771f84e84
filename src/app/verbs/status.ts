import { findProposal } from "../../host/github/find-proposal.js";
import type { Desk } from "../desk.js";
import { code, plural } from "../markdown.js";
import type { Reply } from "./reply.js";

/** Where this issue stands, read from the repository and the issue. */
export async function status({ client, job, thread }: Desk): Promise<Reply> {
  const open = await findProposal(client, job.issue);
  const request = thread.lastRequest(await thread.comments());
  const proposal =
    open === null
      ? "There is no open proposal for this issue."
      : `#${open.number} is open, on ${code(open.branch)}.`;
  if (request === null) return { ok: true, text: `${proposal} Nothing was asked for yet.` };
  const asked = code(request.text.split("\n")[0] ?? "");
  const state =
    request.state === "ended"
      ? "has been answered"
      : `waits for decisions (${plural(request.open.length, "id")} to choose from, ${request.answers.length} answered)`;
  return { ok: true, text: `${proposal} The last request, ${asked} by **${request.by}**, ${state}.` };
}
