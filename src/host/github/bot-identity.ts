import { readTrailers } from "./trailers.js";

/** The app as it appears in a repository. */
export interface BotIdentity {
  /** Name of the app in addresses: "autobe-bot" writes as "autobe-bot[bot]". */
  readonly slug: string;
}

export function botLogin(bot: BotIdentity): string {
  return `${bot.slug}[bot]`;
}

/**
 * A commit of ours carries our trailer and the address that GitHub gives to commits which this app makes through
 * the API. Any other one is a person's, and a person's commit is never touched.
 */
export function isOurs(
  bot: BotIdentity,
  commit: { readonly message: string; readonly author?: { readonly email?: string | undefined } | null },
): boolean {
  const email = commit.author?.email ?? "";
  const byApp = email.replace(/^\d+\+/, "") === `${botLogin(bot)}@users.noreply.github.com`;
  return byApp && readTrailers(commit.message).some(([key]) => key === "AutoBE-Change");
}
