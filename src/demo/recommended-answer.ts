import type { Octokit } from "@octokit/rest";
import type { Repository } from "./person.js";

/** The recommended answer that the bot's newest comment offers to copy; null if it asks nothing. */
export async function recommendedAnswer(
  person: Octokit,
  at: Repository,
  issue: number,
): Promise<string | null> {
  const { data: comments } = await person.rest.issues.listComments({
    ...at,
    issue_number: issue,
    per_page: 100,
  });
  const bodies = comments.filter(({ user }) => user?.type === "Bot").map(({ body }) => body ?? "");
  return (
    /^The recommended answers?[^\n]*:\n+```+text\n([\s\S]*?)\n```/m.exec(bodies.at(-1) ?? "")?.[1] ?? null
  );
}
