import type { Endpoints } from "@octokit/types";

/** Access that an installation needs, by the names that `app.yml` uses. */
export type Permissions = Readonly<Partial<Record<PermissionName, "read" | "write">>>;
export type PermissionName = "metadata" | "contents" | "issues" | "pull_requests" | "checks";

/**
 * Every REST endpoint the bot calls, with the access it needs. The client takes no other route, so this table is
 * the truth that the test of `app.yml` compares with.
 */
export const ENDPOINTS = {
  "GET /repos/{owner}/{repo}": { metadata: "read" },
  "GET /repos/{owner}/{repo}/collaborators/{username}/permission": { metadata: "read" },
  "GET /repos/{owner}/{repo}/git/ref/{ref}": { contents: "read" },
  "GET /repos/{owner}/{repo}/git/matching-refs/{ref}": { contents: "read" },
  "GET /repos/{owner}/{repo}/branches/{branch}": { contents: "read" },
  "GET /repos/{owner}/{repo}/git/commits/{commit_sha}": { contents: "read" },
  "GET /repos/{owner}/{repo}/git/trees/{tree_sha}": { contents: "read" },
  "GET /repos/{owner}/{repo}/git/blobs/{file_sha}": { contents: "read" },
  "GET /repos/{owner}/{repo}/tarball/{ref}": { contents: "read" },
  "GET /repos/{owner}/{repo}/compare/{basehead}": { contents: "read" },
  "POST /repos/{owner}/{repo}/git/trees": { contents: "write" },
  "POST /repos/{owner}/{repo}/git/commits": { contents: "write" },
  "POST /repos/{owner}/{repo}/git/refs": { contents: "write" },
  "PATCH /repos/{owner}/{repo}/git/refs/{ref}": { contents: "write" },
  "GET /repos/{owner}/{repo}/pulls": { pull_requests: "read" },
  "GET /repos/{owner}/{repo}/pulls/{pull_number}": { pull_requests: "read" },
  "POST /repos/{owner}/{repo}/pulls": { pull_requests: "write" },
  "PATCH /repos/{owner}/{repo}/pulls/{pull_number}": { pull_requests: "write" },
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/comments": { pull_requests: "read" },
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}": { pull_requests: "read" },
  "GET /repos/{owner}/{repo}/pulls/comments/{comment_id}": { pull_requests: "read" },
  "POST /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies": { pull_requests: "write" },
  "PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}": { pull_requests: "write" },
  "POST /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions": { pull_requests: "write" },
  "GET /repos/{owner}/{repo}/commits/{ref}/check-runs": { checks: "read" },
  "POST /repos/{owner}/{repo}/check-runs": { checks: "write" },
  "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}": { checks: "write" },
  "GET /repos/{owner}/{repo}/issues/{issue_number}": { issues: "read" },
  "POST /repos/{owner}/{repo}/issues/{issue_number}/reactions": { issues: "write" },
  "GET /repos/{owner}/{repo}/issues/{issue_number}/comments": { issues: "read" },
  "POST /repos/{owner}/{repo}/issues/{issue_number}/comments": { issues: "write" },
  "GET /repos/{owner}/{repo}/issues/comments/{comment_id}": { issues: "read" },
  "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}": { issues: "write" },
  "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions": { issues: "write" },
} as const satisfies Partial<Record<keyof Endpoints, Permissions>>;

export type Route = keyof typeof ENDPOINTS;

/** The least access that covers every endpoint. */
export function neededPermissions(): Permissions {
  const needed: Partial<Record<PermissionName, "read" | "write">> = {};
  for (const permissions of Object.values<Permissions>(ENDPOINTS))
    for (const [name, access] of Object.entries(permissions) as [PermissionName, "read" | "write"][])
      if (needed[name] !== "write") needed[name] = access;
  return needed;
}
