import { Octokit } from "@octokit/rest";
import { Probot, ProbotOctokit } from "probot";
import { pino } from "pino";
import type { Exchange, Patch } from "../../../src/demo/emulator/exchange.js";
import { type EmulatedGitHub, startEmulator } from "../../../src/demo/emulator/start-emulator.js";
import { GitHubClient } from "../../../src/host/github/github-client.js";
import { neededPermissions } from "../../../src/host/github/endpoints.js";
import { EVENTS } from "../../../src/index.js";
import { RequestValidator } from "./validate-request.js";

export const OWNER = "acme";
export const REPO = "bbs";
const PEOPLE = {
  acme: "token-of-acme",
  alice: "token-of-alice",
  mallory: "token-of-mallory",
  tina: "token-of-tina",
};
export type Person = keyof typeof PEOPLE;

/** GitHub as tests see it: one repository, some people, the app installed; every request is checked. */
export interface World {
  readonly github: EmulatedGitHub;
  /** Requests in order, webhooks not included. */
  readonly requests: readonly Exchange[];
  /** What GitHub's description says against requests that were made. */
  readonly problems: readonly string[];
  as(person: Person): Octokit;
  /** A client with the app's own token. */
  client(beforeWrite?: () => Promise<void>): Promise<GitHubClient>;
  close(): Promise<void>;
}

const validator = new RequestValidator();

export async function startWorld(extra: readonly Patch[] = []): Promise<World> {
  const requests: Exchange[] = [];
  const problems: string[] = [];
  const github = await startEmulator({
    people: PEOPLE,
    owner: OWNER,
    repo: REPO,
    permissions: neededPermissions(),
    events: EVENTS.map((event) => event.split(".")[0] ?? ""),
    extra,
    observe: (exchange) => {
      if (exchange.path.startsWith("/_")) return;
      requests.push(exchange);
      problems.push(...validator.check(exchange));
    },
  });
  const as = (person: Person): Octokit =>
    new Octokit({ auth: PEOPLE[person], baseUrl: github.url, log: quiet });
  await giveRoles(as("acme"));
  return {
    github,
    requests,
    problems,
    as,
    client: async (beforeWrite) => {
      const octokit = await probotOf(github).auth(github.installationId);
      return new GitHubClient({ octokit, owner: OWNER, repo: REPO, ...(beforeWrite && { beforeWrite }) });
    },
    close: () => github.close(),
  };
}

async function giveRoles(owner: Octokit): Promise<void> {
  const roles = { alice: "push", tina: "triage" };
  for (const [username, permission] of Object.entries(roles))
    await owner.rest.repos.addCollaborator({ owner: OWNER, repo: REPO, username, permission });
}

export const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

function probotOf(github: EmulatedGitHub): Probot {
  return new Probot({
    appId: github.app.id,
    privateKey: github.app.privateKey,
    baseUrl: github.url,
    log: pino({ level: "silent" }),
    Octokit: ProbotOctokit.defaults((options: object) => ({
      ...options,
      throttle: { enabled: false },
      retry: { enabled: false },
    })),
  });
}

/** Commits files to a branch as a person does, on top of what it has; null deletes. Gives the commit. */
export async function push(
  octokit: Octokit,
  files: Readonly<Record<string, string | Buffer | null>>,
  branch = "main",
  options: { readonly parent?: string; readonly force?: boolean; readonly message?: string } = {},
): Promise<string> {
  const at = { owner: OWNER, repo: REPO };
  const head =
    options.parent ?? (await octokit.rest.git.getRef({ ...at, ref: `heads/${branch}` })).data.object.sha;
  const base = await octokit.rest.git.getCommit({ ...at, commit_sha: head });
  const tree = [];
  for (const [path, content] of Object.entries(files)) {
    const entry = { path, mode: "100644" as const, type: "blob" as const };
    if (typeof content === "string" || content === null)
      tree.push({ ...entry, ...(content === null ? { sha: null } : { content }) });
    else {
      const blob = { content: content.toString("base64"), encoding: "base64" };
      tree.push({ ...entry, sha: (await octokit.rest.git.createBlob({ ...at, ...blob })).data.sha });
    }
  }
  const made = await octokit.rest.git.createTree({ ...at, base_tree: base.data.tree.sha, tree });
  const message = options.message ?? "A person's commit";
  const commit = await octokit.rest.git.createCommit({
    ...at,
    message,
    tree: made.data.sha,
    parents: [head],
  });
  await octokit.rest.git.updateRef({
    ...at,
    ref: `heads/${branch}`,
    sha: commit.data.sha,
    force: options.force ?? false,
  });
  return commit.data.sha;
}

/** Texts of a branch's files, by path. */
export async function filesOf(octokit: Octokit, ref: string): Promise<Record<string, string>> {
  const at = { owner: OWNER, repo: REPO };
  const commit = await octokit.rest.git.getRef({ ...at, ref: `heads/${ref}` });
  const { data } = await octokit.rest.git.getTree({
    ...at,
    tree_sha: commit.data.object.sha,
    recursive: "1",
  });
  const files: Record<string, string> = {};
  for (const entry of data.tree.filter((each) => each.type === "blob")) {
    const blob = await octokit.rest.git.getBlob({ ...at, file_sha: entry.sha });
    files[entry.path] = Buffer.from(blob.data.content, "base64").toString("utf8");
  }
  return files;
}
