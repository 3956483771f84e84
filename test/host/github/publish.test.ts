import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openBlobCache } from "../../../src/host/github/blob-cache.js";
import { GitHubHost } from "../../../src/host/github/github-host.js";
import type { ChangeSet } from "../../../src/host/host.js";
import type { Proposal } from "../../../src/host/proposal.js";
import { CommitMessage } from "../../../src/host/commit-message.js";
import type { Layer } from "../../../src/source/layout.js";
import { filesOf, OWNER, push, REPO, startWorld, type World } from "../../support/github/world.js";

const at = { owner: OWNER, repo: REPO };

describe("publishing on GitHub", () => {
  let world: World;
  let folder: string;
  beforeAll(async () => {
    world = await startWorld();
    folder = await mkdtemp(join(tmpdir(), "blobs-"));
    await push(world.as("acme"), {
      "prisma/schema/main.prisma": "model a {}\n",
      "src/a.ts": "a\r\n",
      "src/b.ts": "b\n",
    });
  });
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true });
    expect(world.problems).toEqual([]);
  });

  async function host(): Promise<GitHubHost> {
    return new GitHubHost({
      client: await world.client(),
      cache: openBlobCache(folder),
      bot: { slug: "autobe-bot" },
    });
  }

  async function head(branch: string): Promise<string> {
    return (await world.as("acme").rest.git.getRef({ ...at, ref: `heads/${branch}` })).data.object.sha;
  }

  async function changeSet(branch: string, base?: string): Promise<ChangeSet> {
    const message = (layer: Layer): string =>
      new CommitMessage(layer, "remove a", new Map(), {
        name: "alice",
        email: "1+alice@users.noreply.github.com",
      }).toString();
    return {
      branch,
      base: base ?? (await head("main")),
      title: "Remove a",
      body: "Body",
      commits: [
        {
          layer: "database",
          message: message("database"),
          edits: [{ path: "prisma/schema/main.prisma", before: "model a {}\n", after: "model b {}\n" }],
        },
        {
          layer: "realize",
          message: message("realize"),
          edits: [
            { path: "src/a.ts", before: "a\r\n", after: "A\r\n" },
            { path: "src/b.ts", before: "b\n", after: null },
          ],
        },
      ],
    };
  }

  async function publish(change: ChangeSet): Promise<Proposal> {
    const result = await (await host()).publish(change);
    if (result.kind === "refused") throw new Error(result.reason);
    return result.proposal;
  }

  function writes(since: number): string[] {
    return world.requests
      .slice(since)
      .filter(({ method, path }) => method !== "GET" && !path.endsWith("access_tokens"))
      .map(({ method, path }) => `${method} ${path.replace(/^\/repos\/acme\/bbs\//, "")}`);
  }

  it("makes a commit per layer and a draft, and nothing the second time", async () => {
    const change = await changeSet("autobe/1-a");
    const proposal = await publish(change);
    const pull = await world.as("acme").rest.pulls.get({ ...at, pull_number: proposal.number ?? 0 });
    expect(pull.data).toMatchObject({ draft: true, title: "Remove a", head: { sha: proposal.commit } });
    const { data } = await world
      .as("acme")
      .rest.repos.compareCommits({ ...at, base: "main", head: "autobe/1-a" });
    expect(data.commits.map(({ commit }) => CommitMessage.parse(commit.message)?.layer)).toEqual([
      "database",
      "realize",
    ]);
    expect(data.commits[1]?.commit.message).toContain(
      "Co-authored-by: alice <1+alice@users.noreply.github.com>",
    );
    const files = await filesOf(world.as("acme"), "autobe/1-a");
    expect(files).toMatchObject({ "src/a.ts": "A\r\n", "prisma/schema/main.prisma": "model b {}\n" });
    expect(files["src/b.ts"]).toBeUndefined();

    const before = world.requests.length;
    expect(await publish(change)).toEqual(proposal);
    // Trees are content-addressed; no commit, no push, no pull request.
    expect(writes(before).filter((write) => write !== "POST git/trees")).toEqual([]);
  });

  it("stops at a person's commit on the branch, which stays reachable", async () => {
    await publish(await changeSet("autobe/2-a"));
    const persons = await push(world.as("alice"), { "src/a.ts": "mine\n" }, "autobe/2-a");
    const result = await (await host()).publish(await changeSet("autobe/2-a"));
    expect(result).toMatchObject({ kind: "refused", reason: expect.stringContaining(persons.slice(0, 12)) });
    expect(await head("autobe/2-a")).toBe(persons);
  });

  it("does not take a branch that a person made for its own", async () => {
    const sha = await head("main");
    await world.as("alice").rest.git.createRef({ ...at, ref: "refs/heads/autobe/3-a", sha });
    const persons = await push(world.as("alice"), { "src/a.ts": "theirs\n" }, "autobe/3-a", {
      message: "Looks like ours\n\nAutoBE-Change: remove a\n",
    });
    const result = await (await host()).publish(await changeSet("autobe/3-a"));
    expect(result).toMatchObject({ kind: "refused" });
    expect(await head("autobe/3-a")).toBe(persons);
  });

  it("carries on where a run broke off: a branch without a pull request, and a branch deleted by hand", async () => {
    const change = await changeSet("autobe/4-a");
    const first = await publish(change);
    await world.as("acme").rest.pulls.update({ ...at, pull_number: first.number ?? 0, state: "closed" });
    const second = await publish(change);
    expect(second.commit).toBe(first.commit);
    expect(second.number).not.toBe(first.number);
    await world.as("acme").rest.git.deleteRef({ ...at, ref: "heads/autobe/4-a" });
    const third = await publish(change);
    expect(third.number).toBe(second.number);
    expect(await filesOf(world.as("acme"), "autobe/4-a")).toMatchObject({ "src/a.ts": "A\r\n" });
  });

  it("goes on top of its own commits when the base moved, keeping what was there", async () => {
    const first = await publish(await changeSet("autobe/5-a"));
    await push(world.as("acme"), { "src/new.ts": "new\n" });
    const second = await publish(await changeSet("autobe/5-a"));
    expect(second.number).toBe(first.number);
    expect(await filesOf(world.as("acme"), "autobe/5-a")).toMatchObject({
      "src/new.ts": "new\n",
      "src/a.ts": "A\r\n",
    });
    const { data } = await world
      .as("acme")
      .rest.repos.compareCommits({ ...at, base: first.commit, head: second.commit });
    expect(data.status).toBe("ahead");
  });

  it("does not take a force-pushed base for a person's edit of its branch", async () => {
    const root = await head("main");
    await push(world.as("acme"), { "src/old.ts": "old\n" });
    await publish(await changeSet("autobe/6-a"));
    await push(world.as("acme"), { "src/other.ts": "other\n" }, "main", { parent: root, force: true });
    await publish(await changeSet("autobe/6-a"));
    const files = await filesOf(world.as("acme"), "autobe/6-a");
    expect(files["src/old.ts"]).toBeUndefined();
    expect(files).toMatchObject({ "src/other.ts": "other\n", "src/a.ts": "A\r\n" });
  });

  it("says so when the push is refused by protection, and keeps the work", async () => {
    const branch = "autobe/7-a";
    await world
      .as("acme")
      .rest.repos.updateBranchProtection({
        ...at,
        branch,
        required_status_checks: null,
        enforce_admins: true,
        required_pull_request_reviews: null,
        restrictions: { users: ["acme"], teams: [] },
      })
      .catch(() => undefined);
    const sha = await head("main");
    await world.as("acme").rest.git.createRef({ ...at, ref: `refs/heads/${branch}`, sha });
    await world.as("acme").rest.repos.updateBranchProtection({
      ...at,
      branch,
      required_status_checks: null,
      enforce_admins: true,
      required_pull_request_reviews: null,
      restrictions: { users: ["acme"], teams: [] },
    });
    const result = await (await host()).publish(await changeSet(branch));
    expect(result).toMatchObject({ kind: "refused", reason: expect.stringContaining("refused the push") });
    const kept = /commit ([0-9a-f]{40})/.exec(result.kind === "refused" ? result.remedy : "")?.[1];
    const commit = await world.as("acme").rest.git.getCommit({ ...at, commit_sha: kept ?? "" });
    expect(commit.data.message).toContain("realize: remove a");
    expect(await head(branch)).toBe(sha);
  });

  it("finds the branch of two runs that publish at the same time once", async () => {
    const change = await changeSet("autobe/9-a");
    const results = await Promise.allSettled([publish(change), publish(change)]);
    const done = results.flatMap((result) => (result.status === "fulfilled" ? [result.value.number] : []));
    expect(new Set(done).size).toBe(1);
    const pulls = await world
      .as("acme")
      .rest.pulls.list({ ...at, head: `${OWNER}:autobe/9-a`, state: "all" });
    expect(pulls.data).toHaveLength(1);
  });
});
