import type { GitHubClient } from "./github-client.js";

/** What a person may do in a repository, in rising order. */
export const LEVELS = ["none", "read", "triage", "write", "maintain", "admin"] as const;
export type Level = (typeof LEVELS)[number];

export function atLeast(level: Level, needed: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(needed);
}

/**
 * A person's rights by the collaborator API. `role_name` is used where it is one of GitHub's own roles; a custom
 * role is judged by the single rights it carries, since `permission` folds triage into read.
 */
export async function accessOf(client: GitHubClient, login: string): Promise<Level> {
  if (login.endsWith("[bot]")) return "none";
  const answer = await client.find("GET /repos/{owner}/{repo}/collaborators/{username}/permission", {
    username: login,
  });
  if (answer === null) return "none";
  const role = LEVELS.find((level) => level === answer.role_name);
  if (role) return role;
  const rights = answer.user?.permissions;
  if (rights?.admin) return "admin";
  if (rights?.maintain) return "maintain";
  if (rights?.push) return "write";
  if (rights?.triage) return "triage";
  return rights?.pull ? "read" : "none";
}
