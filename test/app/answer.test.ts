import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { OWNER, REPO } from "../support/github/world.js";
import { type AppWorld, startAppWorld } from "../support/github/app-world.js";

const at = { owner: OWNER, repo: REPO };

describe("questions and answers", () => {
  let world: AppWorld;
  beforeEach(async () => {
    world = await startAppWorld();
  });
  afterEach(async () => {
    await world.close();
    expect(world.problems).toEqual([]);
  });

  it("asks with place, options and the line to send, and goes on with the answer", async () => {
    const issue = await world.issue();
    const asked = await world.say("alice", issue, "/autobe remove likes");
    const [question] = await world.answers(issue);
    expect(question).toContain("`src/providers/like.ts:3`");
    expect(question).toContain("/autobe answer aaaaaaaaaaaa drop-operation");
    expect(await world.reactions(asked)).toEqual(["eyes"]);
    const answered = await world.say("acme", issue, "/autobe answer aaaaaaaaaaaa drop-operation");
    const [pull] = await world.pulls();
    expect(pull?.branch).toBe(`autobe/${issue}-remove-likes`);
    expect(await world.answers(issue)).toEqual([expect.stringContaining(`#${pull?.number} proposes`)]);
    expect(await world.reactions(answered)).toEqual(["eyes", "rocket"]);
    const { data } = await world
      .as("acme")
      .rest.repos.compareCommits({ ...at, base: "main", head: pull?.branch ?? "" });
    expect(data.commits[0]?.commit.message).toContain("AutoBE-Answer: aaaaaaaaaaaa drop-operation");
    expect(data.commits[0]?.commit.message).toContain("Co-authored-by: alice");
  });

  it("collects answers over comments, from people with rights only, with nothing but the issue to remember", async () => {
    const issue = await world.issue();
    await world.say("alice", issue, "/autobe remove likes");
    await world.say("mallory", issue, "/autobe answer cccccccccccc keep");
    expect(await world.pulls()).toEqual([]);
    // While the app is away a comment comes that it never hears of.
    world.github.hooks.deliverTo("");
    await world.say("alice", issue, "/autobe answer bbbbbbbbbbbb drop-check");
    await world.restart();
    await world.say("alice", issue, "/autobe answer cccccccccccc drop-operation");
    const [pull] = await world.pulls();
    const { data } = await world
      .as("acme")
      .rest.repos.compareCommits({ ...at, base: "main", head: pull?.branch ?? "" });
    const message = data.commits[0]?.commit.message ?? "";
    expect(message).toContain("AutoBE-Answer: bbbbbbbbbbbb drop-check");
    expect(message).toContain("AutoBE-Answer: cccccccccccc drop-operation");
  });

  it("keeps asking for what is open, in the same comment", async () => {
    const issue = await world.issue();
    await world.say("alice", issue, "/autobe remove likes");
    await world.say("alice", issue, "/autobe answer bbbbbbbbbbbb drop-check");
    expect(await world.pulls()).toEqual([]);
    const answers = await world.answers(issue);
    expect(answers).toEqual([expect.stringContaining("1 decision")]);
  });

  it("refuses answers to what nobody asked", async () => {
    const issue = await world.issue();
    await world.say("alice", issue, "/autobe answer aaaaaaaaaaaa keep");
    expect(await world.answers(issue)).toEqual([expect.stringContaining("Nothing on this issue waits")]);
    await world.say("alice", issue, "/autobe remove likes");
    await world.say("alice", issue, "/autobe answer aaaaaaaaaaab keep");
    expect((await world.answers(issue)).at(-1)).toContain("Did you mean `aaaaaaaaaaaa`?");
    expect(await world.pulls()).toEqual([]);
  });

  it("does not believe a question comment that a person wrote", async () => {
    const first = await world.issue();
    await world.say("alice", first, "/autobe remove likes");
    const [question] = await world.answers(first);
    const second = await world.issue();
    await world
      .as("mallory")
      .rest.issues.createComment({ ...at, issue_number: second, body: question ?? "" });
    await world.say("alice", second, "/autobe answer aaaaaaaaaaaa drop-operation");
    expect(await world.pulls()).toEqual([]);
    expect((await world.answers(second))[0]).toContain("Nothing on this issue waits");
  });
});
