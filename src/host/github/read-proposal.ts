import type { Answers } from "../../change/answer.js";
import { CommitMessage } from "../commit-message.js";
import type { Refused } from "../host.js";
import type { BotIdentity } from "./bot-identity.js";
import type { GitHubClient } from "./github-client.js";
import { readBranch } from "./read-branch.js";
import { readTrailers } from "./trailers.js";

/** What a proposal of ours is, by the trailers of its newest commit. */
export interface StoredProposal {
  readonly kind: "stored";
  readonly head: string;
  /** The commit that it starts from. */
  readonly base: string;
  /** Its changes as a person writes them, with semicolons between. */
  readonly change: string;
  readonly answers: Answers;
}

/** Reads a proposal back from its branch; refused where somebody else has committed there. */
export async function readProposal(
  client: GitHubClient,
  bot: BotIdentity,
  branch: string,
): Promise<StoredProposal | Refused> {
  const ref = await client.find("GET /repos/{owner}/{repo}/git/ref/{ref}", { ref: `heads/${branch}` });
  if (ref === null)
    return {
      kind: "refused",
      reason: `There is no branch ${branch} any more`,
      remedy: "Send the whole request again on the issue",
    };
  const head = ref.object.sha;
  const { message } = await client.call("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", {
    commit_sha: head,
  });
  const base = readTrailers(message).find(([key]) => key === "AutoBE-Base")?.[1] ?? head;
  const state = await readBranch(client, bot, branch, base);
  if (state?.kind === "refused") return state;
  const said = CommitMessage.parse(message);
  if (said !== null && base !== head)
    return { kind: "stored", head, base, change: said.change, answers: said.answers };
  return {
    kind: "refused",
    reason: `The branch ${branch} holds a commit that is not the bot's: ${head.slice(0, 12)}`,
    remedy: "Take what you need from the branch, and send the whole request again on the issue",
  };
}
