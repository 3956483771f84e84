import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { matchPath, type Patch } from "../../src/demo/emulator/exchange.js";
import { OWNER, push, REPO } from "../support/github/world.js";
import { type AppWorld, startAppWorld } from "../support/github/app-world.js";

const at = { owner: OWNER, repo: REPO };

/** Requests that GitHub answers with 500, as "POST /repos/{owner}/{repo}/pulls". */
let broken: { route: string; status: number } | null = null;
const failing: Patch = {
  before: async ({ method, path }) => {
    const [verb = "", template = ""] = broken?.route.split(" ") ?? [];
    if (!broken || method !== verb || !matchPath(template, path)) return null;
    return { status: broken.status, body: { message: "Server Error" } };
  },
};

describe("what is reported is what happened", () => {
  let world: AppWorld;
  beforeEach(async () => {
    broken = null;
    world = await startAppWorld([failing]);
  });
  afterEach(async () => {
    await world.close();
    expect(world.problems).toEqual([]);
  });

  async function branches(): Promise<string[]> {
    const { data } = await world.as("acme").rest.git.listMatchingRefs({ ...at, ref: "heads/autobe" });
    return data.map(({ ref }) => ref);
  }

  it("stops at a gate that finds something new, with the finding, and publishes nothing", async () => {
    world.workshop.broken = true;
    const issue = await world.issue();
    const comment = await world.say("alice", issue, "/autobe remove comments");
    expect(await world.answers(issue)).toEqual([expect.stringContaining("Property 'x' does not exist")]);
    expect(await world.reactions(comment)).toEqual(["eyes", "confused"]);
    expect([await world.pulls(), await branches()]).toEqual([[], []]);
  });

  it("says that the branch is there when the pull request could not be opened, and goes on from it", async () => {
    const issue = await world.issue();
    broken = { route: "POST /repos/{owner}/{repo}/pulls", status: 422 };
    await world.say("alice", issue, "/autobe remove comments");
    expect((await world.answers(issue))[0]).toContain("was pushed, but its pull request was not opened");
    const before = await branches();
    expect(before).toHaveLength(1);
    broken = null;
    await world.say("alice", issue, "/autobe remove comments");
    expect(await branches()).toEqual(before);
    expect(await world.pulls()).toHaveLength(1);
  });

  it("says that the checks are missing when they could not be written", async () => {
    broken = { route: "POST /repos/{owner}/{repo}/check-runs", status: 403 };
    const issue = await world.issue();
    await world.say("alice", issue, "/autobe remove comments");
    expect(await world.pulls()).toHaveLength(1);
    expect((await world.answers(issue))[0]).toMatch(/#\d+ proposes[\s\S]*check runs could not be written/);
  });

  it("works on a host without reactions", async () => {
    broken = { route: "POST /repos/{owner}/{repo}/issues/comments/{comment}/reactions", status: 404 };
    const issue = await world.issue();
    await world.say("alice", issue, "/autobe remove comments");
    expect(await world.answers(issue)).toHaveLength(1);
  });

  it("publishes nothing when the person's rights are revoked while the run goes on", async () => {
    const owner = world.as("acme");
    world.workshop.during = async () =>
      void (await owner.rest.repos.removeCollaborator({ ...at, username: "alice" }));
    const issue = await world.issue();
    await world.say("alice", issue, "/autobe remove comments");
    expect(await world.answers(issue)).toEqual([expect.stringContaining("alice may not write")]);
    expect([await world.pulls(), await branches()]).toEqual([[], []]);
  });

  it("takes a deleted command for taken back, and an edited one as it was sent", async () => {
    const alice = world.as("alice");
    const issue = await world.issue();
    world.workshop.during = async () => {
      const { data } = await alice.rest.issues.listComments({ ...at, issue_number: issue });
      const last = data.at(-1);
      if (last?.body?.includes("comments"))
        await alice.rest.issues.deleteComment({ ...at, comment_id: last.id });
    };
    await world.say("alice", issue, "/autobe remove comments");
    expect((await world.answers(issue))[0]).toContain("command was deleted");
    expect(await world.pulls()).toEqual([]);

    world.workshop.during = async () => {
      const { data } = await alice.rest.issues.listComments({ ...at, issue_number: issue });
      const command = data.findLast(({ body }) => body?.startsWith("/autobe"));
      if (command)
        await alice.rest.issues.updateComment({
          ...at,
          comment_id: command.id,
          body: "/autobe remove likes",
        });
    };
    await world.say("alice", issue, "/autobe remove コメント 💬");
    expect((await world.pulls()).map(({ title }) => title)).toEqual(["Remove コメント 💬"]);
  });

  it("writes nothing any more once its lease is lost", async () => {
    world.workshop.during = async () => world.queue.loseLease();
    const issue = await world.issue();
    await world.say("alice", issue, "/autobe remove comments");
    expect([await world.pulls(), await branches(), await world.answers(issue)]).toEqual([[], [], []]);
  });

  it("goes on from the base it was verified on when the base moves meanwhile", async () => {
    world.workshop.during = async () => void (await push(world.as("acme"), { "src/new.ts": "export {};\n" }));
    const issue = await world.issue();
    await world.say("alice", issue, "/autobe remove comments");
    const [pull] = await world.pulls();
    const { data } = await world
      .as("acme")
      .rest.repos.compareCommits({ ...at, base: "main", head: pull?.branch ?? "" });
    expect(data.files?.map(({ filename }) => filename).sort()).toEqual([
      "docs/analysis/01.md",
      "src/api/structures/IComment.ts",
    ]);
  });

  it("obeys the repository's settings", async () => {
    await push(world.as("acme"), { ".github/autobe.yml": "enabled: false\n" });
    const issue = await world.issue();
    await world.say("alice", issue, "/autobe remove comments");
    await push(world.as("acme"), { ".github/autobe.yml": "enabld: true\n" });
    await world.say("alice", issue, "/autobe remove comments");
    const answers = await world.answers(issue);
    expect(answers[0]).toContain("switches me off");
    expect(answers[1]).toContain("enabld: there is no such setting");
    expect(await world.pulls()).toEqual([]);
  });

  it("says so when it has a bug, under the job's id", async () => {
    world.workshop.during = () => Promise.reject(new TypeError("secret detail"));
    const issue = await world.issue();
    await world.say("alice", issue, "/autobe remove comments");
    const [answer] = await world.answers(issue);
    expect(answer).toContain("because of a bug of mine");
    expect(answer).not.toContain("secret detail");
  });
});
