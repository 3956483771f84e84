import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { OWNER, REPO } from "../support/github/world.js";
import { type AppWorld, startAppWorld } from "../support/github/app-world.js";

const at = { owner: OWNER, repo: REPO };

describe("commands that start no run, and comments that are none", () => {
  let world: AppWorld;
  beforeAll(async () => {
    world = await startAppWorld();
  });
  afterAll(async () => {
    await world.close();
    expect(world.problems).toEqual([]);
  });

  it("lists the commands", async () => {
    const issue = await world.issue();
    const comment = await world.say("tina", issue, "/autobe help");
    expect(await world.answers(issue)).toEqual([expect.stringContaining("`/autobe remove <feature>`")]);
    expect(await world.reactions(comment)).toEqual(["eyes", "rocket"]);
  });

  it("says more about one of them, and suggests the nearest of those it does not know", async () => {
    const issue = await world.issue();
    await world.say("tina", issue, "/autobe help add field");
    await world.say("tina", issue, "/autobe help relations");
    const comment = await world.say("tina", issue, "/autobe help ad feild");
    const answers = await world.answers(issue);
    expect(answers[0]).toContain("**add field**: Adds a column, with everything that carries its value");
    expect(answers[0]).toContain("such as `/autobe add field nickname: string? to members`");
    expect(answers[0]).toContain('"kind": "add-field"');
    expect(answers[1]).toContain("`/autobe remove relation <name> from <models>`<br>such as `");
    expect(answers[1]).not.toContain("add field");
    expect(answers[2]).toContain("There is no command `ad feild`. Did you mean `/autobe help add field`?");
    expect(await world.reactions(comment)).toEqual(["eyes", "confused"]);
  });

  it("suggests the nearest of an unknown command, and what is missing", async () => {
    const issue = await world.issue();
    await world.say("alice", issue, "/autobe remov comments");
    await world.say("alice", issue, "/autobe remove");
    await world.say("alice", issue, "/autobe remove comments\nanswer x maybe");
    const answers = await world.answers(issue);
    expect(answers[0]).toContain("Did you mean `/autobe remove comments`?");
    expect(answers[1]).toContain("it is not complete");
    expect(answers[2]).toContain("Nothing was done");
    expect(await world.pulls()).toEqual([]);
  });

  it("explains an artefact, or says which names are near", async () => {
    const issue = await world.issue();
    await world.say("tina", issue, "/autobe explain IComment\n/autobe explain IComent");
    const [answer] = await world.answers(issue);
    expect(answer).toContain("**dto** `IComment` in `src/api/structures/IComment.ts`");
    expect(answer).toContain("There is no artefact `IComent`. Nearest names: `IComment`");
  });

  it("says where an issue stands", async () => {
    const issue = await world.issue();
    await world.say("alice", issue, "/autobe status");
    expect((await world.answers(issue))[0]).toContain("Nothing was asked for yet");
  });

  it("answers somebody without rights once per thread, whoever they say they are", async () => {
    const issue = await world.issue();
    const first = await world.say("mallory", issue, "/autobe remove comments");
    await world.say("mallory", issue, "/autobe remove comments");
    await world.say("tina", issue, "/autobe remove comments");
    expect(await world.answers(issue)).toEqual([expect.stringContaining("need write permission")]);
    expect(await world.reactions(first)).toEqual(["confused"]);
    expect(await world.pulls()).toEqual([]);
    await world.say("tina", issue, "/autobe help");
    expect(await world.answers(issue)).toHaveLength(2);
  });

  it("leaves everything else alone", async () => {
    const issue = await world.issue();
    const jobs = world.queue.jobs.length;
    for (const text of [
      "Please /autobe remove comments",
      "> /autobe remove comments",
      "```\n/autobe remove comments\n```",
      "    ",
      `hello\n\n/autobe remove comments`,
    ])
      await world.say("alice", issue, text || "x").catch(() => undefined);
    expect(world.queue.jobs).toHaveLength(jobs);
    expect(await world.answers(issue)).toEqual([]);
  });

  it("does not answer itself: its own text may quote a command", async () => {
    const issue = await world.issue();
    const client = await world.client();
    const body = "/autobe remove comments";
    await client.call("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
      issue_number: issue,
      body,
    });
    const jobs = world.queue.jobs.length;
    await world.settled();
    expect(world.queue.jobs).toHaveLength(jobs);
    expect(await world.pulls()).toEqual([]);
  });

  it("bounds a thread that never ends", async () => {
    const issue = await world.issue();
    const client = await world.client();
    for (let turn = 0; turn < 60; turn++)
      await client.call("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
        issue_number: issue,
        body: "x",
      });
    await world.say("alice", issue, "/autobe help");
    expect(await world.answers(issue)).toHaveLength(60);
  });

  it("refuses deliveries that GitHub did not sign", async () => {
    const jobs = world.queue.jobs.length;
    const send = (signature: string) =>
      fetch(world.app.webhookUrl, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "x-github-event": "issue_comment",
          "x-github-delivery": "1",
          ...(signature && { "x-hub-signature-256": signature }),
        },
        body: "{}",
      });
    expect((await send(`sha256=${"0".repeat(64)}`)).status).toBe(400);
    expect((await send("")).status).toBe(400);
    expect(world.queue.jobs).toHaveLength(jobs);
  });

  it("reports its health", async () => {
    const response = await fetch(world.app.healthUrl);
    expect([response.status, await response.json()]).toEqual([200, { ok: true }]);
  });

  it("asks for changes on issues, not on pull requests, and not at all on those from forks", async () => {
    const owner = world.as("acme");
    const { data: main } = await owner.rest.git.getRef({ ...at, ref: "heads/main" });
    await owner.rest.git.createRef({ ...at, ref: "refs/heads/topic", sha: main.object.sha });
    const pull = await owner.rest.pulls.create({ ...at, head: "topic", base: "main", title: "A person's" });
    await world.say("alice", pull.data.number, "/autobe remove comments");
    expect(await world.answers(pull.data.number)).toEqual([expect.stringContaining("on an issue")]);

    await world.as("mallory").rest.repos.createFork({ ...at, name: REPO });
    const fork = await owner.rest.pulls.create({
      ...at,
      head: "mallory:main",
      base: "main",
      title: "From a fork",
    });
    await world.say("alice", fork.data.number, "/autobe help");
    await world.say("alice", fork.data.number, "/autobe help");
    expect(await world.answers(fork.data.number)).toEqual([expect.stringContaining("from forks")]);
  });
});
