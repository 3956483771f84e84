import { findCheck, putCheck } from "../../host/github/check-runs.js";
import type { Comment } from "../../host/github/comments.js";
import { findProposal } from "../../host/github/find-proposal.js";
import { type PullRequest, updatePullRequest } from "../../host/github/pull-requests.js";
import { postedText } from "../../util/posted-text.js";
import { type Desk, findPull, issueOfBranch, proposalSigner } from "../desk.js";
import { code } from "../markdown.js";
import { PullRequestBody } from "../pull-request-body.js";
import { SchemaSafety } from "../schema-safety.js";
import type { Reply } from "./reply.js";

/** A person's consent to a loss of data: it turns the check, and is quoted in the pull request. */
export async function accept(desk: Desk, risk: string, command: Comment): Promise<Reply> {
  const pull = (await findPull(desk)) ?? (await findProposal(desk.client, desk.job.issue));
  if (pull === null) return { ok: false, text: "There is no open proposal of mine here." };
  // What followed a person's branch is signed for their pull request.
  const issue = issueOfBranch(pull.branch) ?? pull.number;
  const signer = proposalSigner(desk, issue);
  const ref = await desk.client.find("GET /repos/{owner}/{repo}/git/ref/{ref}", {
    ref: `heads/${pull.branch}`,
  });
  const head = ref?.object.sha ?? "";
  const check = ref === null ? null : await findCheck(desk.client, "autobe / schema-safety", head);
  const safety = check === null ? null : SchemaSafety.parse(check.text, signer);
  if (safety === null)
    return {
      ok: false,
      text: `The head of #${pull.number} was not checked by me, so there is nothing to accept.`,
    };
  if (!safety.codes.includes(risk)) return { ok: false, text: sayUnknown(risk, safety) };
  const acceptance = { code: risk, by: desk.job.actor, url: command.url };
  const accepted = safety.accept(acceptance);
  await putCheck(desk.client, head, accepted.check(signer));
  await quote(desk, pull, issue, acceptance);
  const rest = accepted.open;
  const left = rest.length === 0 ? "Nothing is left to decide." : `Still open: ${rest.map(code).join(", ")}.`;
  return { ok: true, text: `${code(risk)} is accepted for #${pull.number}. ${left}` };
}

async function quote(
  desk: Desk,
  pull: PullRequest,
  issue: number,
  acceptance: { readonly code: string; readonly by: string; readonly url: string },
): Promise<void> {
  const signer = proposalSigner(desk, issue);
  const body = PullRequestBody.parse(pull.body, signer);
  // A body that a person rewrote is theirs; the check alone is what counts.
  if (body === null) return;
  const text = postedText(body.withAcceptance(acceptance).print(signer));
  await updatePullRequest(desk.client, pull, { title: pull.title, body: text });
}

function sayUnknown(risk: string, safety: SchemaSafety): string {
  if (safety.codes.length === 0) return "This proposal can lose no data, so there is nothing to accept.";
  return `This proposal has no risk ${code(risk)}; it has ${safety.codes.map(code).join(", ")}.`;
}
