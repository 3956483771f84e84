import { postedText } from "../../util/posted-text.js";
import { type BotIdentity, botLogin } from "./bot-identity.js";
import type { GitHubClient } from "./github-client.js";
import { listAll } from "./list-all.js";

export interface Comment {
  readonly id: number;
  readonly url: string;
  readonly author: string;
  readonly authorId: number;
  readonly byBot: boolean;
  readonly body: string;
  /** Milliseconds since 1970; null where the host does not say. */
  readonly at: number | null;
}

export async function findComment(client: GitHubClient, id: number): Promise<Comment | null> {
  const raw = await client.find("GET /repos/{owner}/{repo}/issues/comments/{comment_id}", { comment_id: id });
  return raw === null ? null : commentOf(raw);
}

/** What opens an issue, as if it were its first comment. */
export async function findOpening(client: GitHubClient, issue: number): Promise<Comment | null> {
  const raw = await client.find("GET /repos/{owner}/{repo}/issues/{issue_number}", { issue_number: issue });
  return raw === null ? null : { ...commentOf(raw), id: 0 };
}

/** Comments of an issue or pull request, oldest first. */
export async function listComments(client: GitHubClient, issue: number): Promise<Comment[]> {
  const raw = await listAll((paging) =>
    client.call("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
      issue_number: issue,
      ...paging,
    }),
  );
  return raw.map(commentOf);
}

/** How many comments of ours a thread may hold; beyond that somebody is talking to a loop. */
const TURNS = 60;

/**
 * Finds our comment that `mine` recognises and rewrites it if it says something else, or adds it. Only comments
 * that this app wrote are looked at, so nobody can put words into its mouth.
 */
export async function putComment(
  client: GitHubClient,
  bot: BotIdentity,
  issue: number,
  text: string,
  mine: (body: string) => boolean,
): Promise<Put> {
  const comments = await listComments(client, issue);
  return await putAmong(comments, bot, text, mine, {
    update: (id, body) =>
      client.call("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", { comment_id: id, body }),
    create: (body) =>
      client.call("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", { issue_number: issue, body }),
  });
}

export type Put = "created" | "updated" | "unchanged" | "too-many";

/** The same, wherever comments are kept. */
export async function putAmong(
  comments: readonly Comment[],
  bot: BotIdentity,
  text: string,
  mine: (body: string) => boolean,
  write: {
    readonly update: (id: number, body: string) => Promise<unknown>;
    readonly create: (body: string) => Promise<unknown>;
  },
): Promise<Put> {
  const body = postedText(text);
  const ours = comments.filter((comment) => comment.author === botLogin(bot));
  const found = ours.find((comment) => mine(comment.body));
  if (found?.body === body) return "unchanged";
  if (found) {
    await write.update(found.id, body);
    return "updated";
  }
  if (ours.length >= TURNS) return "too-many";
  await write.create(body);
  return "created";
}

export function commentOf(raw: {
  readonly id: number | bigint;
  readonly html_url: string;
  readonly body?: string | null;
  readonly created_at?: string;
  readonly user: { readonly login: string; readonly id: number | bigint; readonly type: string } | null;
}): Comment {
  const author = raw.user?.login ?? "ghost";
  return {
    id: Number(raw.id),
    url: raw.html_url,
    author,
    authorId: Number(raw.user?.id ?? 0),
    byBot: raw.user?.type === "Bot" || author.endsWith("[bot]"),
    at: raw.created_at === undefined ? null : Date.parse(raw.created_at),
    body: (raw.body ?? "").replaceAll("\r\n", "\n"),
  };
}
