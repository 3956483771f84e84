import { splitOutsideQuotes } from "../change/model-field.js";
import { isChangeCommand } from "../change/command.js";
import { parseComment } from "../change/parse-comment.js";
import { printCommand } from "../change/print-command.js";
import { GitHubProposal } from "../host/github/github-proposal.js";
import { readProposal, type StoredProposal } from "../host/github/read-proposal.js";
import type { Published } from "../run/outcome.js";
import type { Ports } from "../run/ports.js";
import type { Desk, PullThread } from "./desk.js";
import { issueOfBranch, proposalSigner } from "./desk.js";
import { sayEnd } from "./say-end.js";
import { code } from "./markdown.js";
import { sentence } from "./outcome-comment.js";
import { PullRequestBody } from "./pull-request-body.js";
import { answersOfMark, type RequestMark } from "./request-mark.js";
import { askedBy, mayStillPublish } from "./run-request.js";
import { addCosts, NO_COST } from "../run/report.js";

/**
 * Adds what was asked for on a proposal of ours to it: old and new changes from its base, as one more commit. Where
 * somebody else has committed on its branch, that is said once, and nothing is done.
 */
export async function runExtension(desk: Desk, pull: PullThread, request: RequestMark): Promise<void> {
  const { services, client, thread, job } = desk;
  const stored = await readProposal(client, services.bot, pull.branch);
  if (stored.kind === "refused") {
    await thread.once("foreign", `${sentence(stored.reason)} ${sentence(stored.remedy)}`);
    return thread.react("confused");
  }
  const old = splitOutsideQuotes(stored.change, ";").map((line) => line.trim());
  const more = changesIn(request.text).filter((line) => !old.includes(line));
  if (more.length === 0 && changesIn(request.text).length > 0) {
    await thread.reply(`Nothing to do: this proposal has it already, with ${stored.head}.`);
    return thread.react("confused");
  }
  const issue = issueOfBranch(pull.branch) ?? job.issue;
  const { outcome } = await services.run(
    {
      ...askedBy(request, issue),
      text: [...old, ...more].map((line) => `/autobe ${line}`).join("\n"),
      answers: new Map([...stored.answers, ...answersOfMark(request), ...answersIn(request.text)]),
    },
    portsOf(desk, pull, { issue, stored, request, more }),
  );
  await sayEnd(desk, request, outcome, issue, (published) => leadOf(published, stored, more));
}

interface Extension {
  readonly issue: number;
  readonly stored: StoredProposal;
  readonly request: RequestMark;
  /** What is new, as a person writes it. */
  readonly more: readonly string[];
}

function portsOf(desk: Desk, pull: PullThread, { issue, stored, request, more }: Extension): Ports {
  const { services, client } = desk;
  const options = { client, cache: services.cache, bot: services.bot };
  const host = new GitHubProposal(options, pull, stored.base, more.join("; "));
  const signer = proposalSigner(desk, issue);
  const comment = PullRequestBody.parse(pull.body, signer)?.mark.comment ?? request.comment;
  return {
    ...services.workshop,
    host,
    describe: (work, paid) => {
      const asked = { issue, comment, by: request.by };
      const cost = addCosts(request.plan?.cost ?? NO_COST, paid);
      const facts = { work, base: stored.base, files: host.files, asked, timings: [], cost };
      return { title: pull.title, body: PullRequestBody.of(facts).print(signer) };
    },
    mayPublish: () => mayStillPublish(desk),
    progress: services.progress,
    requests: () => client.requests,
  };
}

function leadOf({ proposal, edits }: Published, stored: StoredProposal, more: readonly string[]): string {
  if (proposal.commit === stored.head)
    return `Nothing to do: ${code(more.join("; "))} changes nothing in this proposal; its head is still ${stored.head}.`;
  return (
    `${proposal.commit} adds ${code(more.join("; "))} to this proposal, planned anew from its base together with ` +
    `${code(stored.change)}: ${edits.length} files in all, every gate passed.`
  );
}

function changesIn(text: string): readonly string[] {
  return parseComment(text).filter(isChangeCommand).map(printCommand);
}

function answersIn(text: string) {
  return parseComment(text).flatMap((command) =>
    command.verb === "answer" ? [[command.id, command.option] as const] : [],
  );
}
