import type { Job } from "../queue/port.js";

/** What every payload has that may become a job; the parts that are used. */
export interface EventPayload {
  readonly repository: { readonly name: string; readonly owner: { readonly login: string } };
  readonly sender: Account;
  readonly installation?: { readonly id: number } | undefined;
}

export interface IssuePayload {
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
}

export interface Account {
  readonly login: string;
  readonly type?: string | undefined;
}

/** What a person wrote, and where. */
interface Written extends Pick<Job, "place" | "spot" | "commentId" | "verb" | "text"> {
  readonly issue: IssuePayload;
  readonly author: Account | null;
}

const TEXT_LIMIT = 65_536;
const TITLE_LIMIT = 1_024;

/** The job that a payload asks for; null if a bot wrote it, or the app is not installed there. */
export function jobFrom(deliveryId: string, payload: EventPayload, written: Written): Job | null {
  const { repository, installation, sender } = payload;
  const { issue, author, text, ...more } = written;
  if (!installation || !author || isBot(author) || isBot(sender)) return null;
  return {
    deliveryId,
    repository: { owner: repository.owner.login, repo: repository.name },
    installationId: installation.id,
    issue: issue.number,
    actor: author.login,
    ...more,
    text: text.slice(0, TEXT_LIMIT),
    title: issue.title.slice(0, TITLE_LIMIT),
    body: (issue.body ?? "").slice(0, TEXT_LIMIT),
  };
}

function isBot({ login, type }: Account): boolean {
  return type === "Bot" || login.endsWith("[bot]");
}
