import type { Octokit } from "@octokit/rest";
import type { Repository } from "./person.js";

export interface Shown {
  /** Whether a pull request was opened. */
  readonly ok: boolean;
  /** What a person would see on GitHub. */
  readonly text: string;
}

/** The pull request of an issue as a person reads it; the bot's answers where there is none. */
export async function showResult(person: Octokit, at: Repository, issue: number): Promise<Shown> {
  const { data: refs } = await person.rest.git.listMatchingRefs({ ...at, ref: `heads/autobe/${issue}-` });
  const branch = refs[0]?.ref.replace("refs/heads/", "");
  const pulls = branch ? await person.rest.pulls.list({ ...at, head: `${at.owner}:${branch}` }) : null;
  const pull = pulls?.data[0];
  const { data: comments } = await person.rest.issues.listComments({ ...at, issue_number: issue });
  const answers = comments
    .filter(({ user }) => user?.type === "Bot")
    .map(({ body }) => visible(body ?? "").replace(/^/gm, "> "));
  if (!pull) return { ok: false, text: ["No pull request was opened.", ...answers].join("\n\n") };
  const { data: checks } = await person.rest.checks.listForRef({ ...at, ref: pull.head.sha });
  const states = checks.check_runs.map(({ name, conclusion }) => `- ${name}: ${conclusion}`);
  const title = `# ${pull.draft ? "Draft" : "Pull request"} #${pull.number}: ${pull.title}`;
  const parts = [
    `${title}\n\n${pull.html_url}, branch ${pull.head.ref}`,
    visible(pull.body ?? ""),
    states.join("\n"),
    ...answers,
  ];
  return { ok: true, text: parts.join("\n\n") };
}

/** Without the hidden markers. */
function visible(text: string): string {
  return text.replace(/<!--[\s\S]*?-->\n?/g, "").trim();
}
