import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { filesOf, OWNER, push, REPO } from "../support/github/world.js";
import { type AppWorld, startAppWorld } from "../support/github/app-world.js";
import { TINY } from "../support/github/stub-workshop.js";

const at = { owner: OWNER, repo: REPO };

describe("/autobe remove, over webhooks", () => {
  let world: AppWorld;
  beforeEach(async () => {
    world = await startAppWorld();
  });
  afterEach(async () => {
    await world.close();
    expect(world.problems).toEqual([]);
  });

  it("ends in a draft pull request, with checks, an answer and reactions", async () => {
    const issue = await world.issue();
    const comment = await world.say("alice", issue, "/autobe remove comments");
    const [pull, ...others] = await world.pulls();
    expect(others).toEqual([]);
    expect(pull).toMatchObject({
      draft: true,
      branch: `autobe/${issue}-remove-comments`,
      title: "Remove comments",
    });
    expect(pull?.body).toContain("| Artefact | Why | How | Lines |");
    expect(pull?.body).toContain("5 of 7 files stay byte-identical");
    expect(await world.reactions(comment)).toEqual(["eyes", "rocket"]);
    const [answer, ...more] = await world.answers(issue);
    expect(more).toEqual([]);
    expect(answer).toContain(`#${pull?.number} proposes`);
    const files = await filesOf(world.as("acme"), pull?.branch ?? "");
    expect(Object.keys(files).sort()).toEqual(
      [...Object.keys(TINY), "README.md"].filter((path) => !path.endsWith("IComment.ts")).sort(),
    );
    const commits = await world
      .as("acme")
      .rest.repos.compareCommits({ ...at, base: "main", head: pull?.branch ?? "" });
    expect(commits.data.commits.map(({ commit }) => commit.message.split("\n")[0])).toEqual([
      "requirements: remove comments",
      "interface: remove comments",
    ]);
    expect(commits.data.commits[0]?.commit.message).toMatch(
      /Co-authored-by: alice <\d+\+alice@users.noreply.github.com>/,
    );
    const checks = await world.as("acme").rest.checks.listForRef({ ...at, ref: pull?.sha ?? "" });
    expect(
      Object.fromEntries(checks.data.check_runs.map(({ name, conclusion }) => [name, conclusion])),
    ).toEqual({
      "autobe / verify": "success",
      "autobe / schema-safety": "action_required",
    });
  });

  it("answers a second request with a link while the proposal is open, and runs nothing", async () => {
    const issue = await world.issue();
    await world.say("alice", issue, "/autobe remove comments");
    const runs = world.workshop.runs;
    const again = await world.say("acme", issue, "/AutoBE REMOVE likes");
    expect(world.workshop.runs).toBe(runs);
    expect(await world.pulls()).toHaveLength(1);
    expect((await world.answers(issue)).at(-1)).toMatch(/#\d+ is open for this issue, so nothing was run/);
    expect(await world.reactions(again)).toEqual(["eyes", "confused"]);
  });

  it("makes one pull request of two commands in one second, and of redelivered events", async () => {
    const issue = await world.issue();
    const { rest } = world.as("alice");
    const body = "/autobe remove comments";
    await Promise.all([1, 2].map(() => rest.issues.createComment({ ...at, issue_number: issue, body })));
    await world.settled();
    const [delivery] = world.github.hooks.deliveries.filter(({ event }) => event === "issue_comment");
    const jobs = world.queue.jobs.length;
    for (let times = 0; times < 3; times++)
      expect((await world.github.hooks.redeliver(delivery!)).status).toBe(200);
    await world.settled();
    expect(world.queue.jobs).toHaveLength(jobs);
    expect(await world.pulls()).toHaveLength(1);
    expect(await world.answers(issue)).toHaveLength(2);
  });

  it("does nothing new when the store is lost and everything is delivered again", async () => {
    const issue = await world.issue();
    await world.say("alice", issue, "/autobe remove comments");
    const [pull] = await world.pulls();
    const answers = await world.answers(issue);
    await world.restart();
    for (const delivery of [...world.github.hooks.deliveries].reverse())
      if (delivery.event === "issue_comment") await world.github.hooks.redeliver(delivery);
    await world.settled();
    expect(await world.pulls()).toEqual([pull]);
    expect(await world.answers(issue)).toEqual(answers);
  });

  it("says that there is nothing to do, with the nearest names, and makes no commit", async () => {
    const issue = await world.issue();
    const comment = await world.say("alice", issue, "/autobe remove coments");
    expect(await world.pulls()).toEqual([]);
    expect(await world.answers(issue)).toEqual([expect.stringContaining("Nearest names: `comments`")]);
    expect(await world.reactions(comment)).toEqual(["eyes", "confused"]);
  });

  it("finds nothing to do on the result", async () => {
    const issue = await world.issue();
    await world.say("alice", issue, "/autobe remove comments");
    const [pull] = await world.pulls();
    await world.as("acme").rest.git.updateRef({ ...at, ref: "heads/main", sha: pull?.sha ?? "" });
    await world.as("acme").rest.pulls.update({ ...at, pull_number: pull?.number ?? 0, state: "closed" });
    await world.say("alice", issue, "/autobe remove comments");
    expect(await world.pulls()).toHaveLength(1);
    expect((await world.answers(issue)).at(-1)).toContain("Nothing to do");
  });

  it("offers what an ambiguous word may mean", async () => {
    const issue = await world.issue();
    await world.say("alice", issue, "/autobe remove things");
    expect(await world.answers(issue)).toEqual([expect.stringContaining("`/autobe remove comments`")]);
  });

  it("keeps people's titles and names out of the way: emoji, CJK, 300 characters", async () => {
    const issue = await world.issue(`💬${"長".repeat(300)}`, "@everyone closes #1");
    await world.say("alice", issue, "/autobe remove コメント 💬");
    const [pull] = await world.pulls();
    expect(pull?.branch).toBe(`autobe/${issue}`);
    expect((await world.answers(issue))[0]).toContain(`#${pull?.number}`);
    const again = await world.say("alice", issue, "/autobe remove comments");
    expect(await world.reactions(again)).toContain("confused");
  });

  it("leaves a branch alone that a person committed to", async () => {
    const issue = await world.issue();
    await world.say("alice", issue, "/autobe remove comments");
    const [pull] = await world.pulls();
    const persons = await push(world.as("alice"), { "notes.md": "mine" }, pull?.branch);
    await world.as("acme").rest.pulls.update({ ...at, pull_number: pull?.number ?? 0, state: "closed" });
    await world.say("alice", issue, "/autobe remove comments");
    expect((await world.answers(issue)).at(-1)).toContain("holds a commit that is not the bot's");
    const ref = await world.as("acme").rest.git.getRef({ ...at, ref: `heads/${pull?.branch}` });
    expect(ref.data.object.sha).toBe(persons);
    expect(await world.pulls()).toHaveLength(1);
  });

  it("heals when the branch was deleted by hand", async () => {
    const issue = await world.issue();
    await world.say("alice", issue, "/autobe remove comments");
    const [pull] = await world.pulls();
    await world.as("acme").rest.git.deleteRef({ ...at, ref: `heads/${pull?.branch}` });
    await world.as("acme").rest.pulls.update({ ...at, pull_number: pull?.number ?? 0, state: "closed" });
    await world.say("alice", issue, "/autobe remove comments");
    expect(await world.pulls()).toHaveLength(2);
    expect(await world.answers(issue)).toHaveLength(2);
  });
});
