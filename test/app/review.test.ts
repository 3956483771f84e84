import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type AppWorld, startAppWorld } from "../support/github/app-world.js";
import { QUESTION } from "../support/github/stub-workshop.js";
import { filesOf, OWNER, push, REPO } from "../support/github/world.js";

const at = { owner: OWNER, repo: REPO };

describe("a change asked for on the bot's own pull request", () => {
  let world: AppWorld;
  beforeEach(async () => {
    world = await startAppWorld();
  });
  afterEach(async () => {
    await world.close();
    expect(world.problems).toEqual([]);
  });

  const proposal = async () => {
    const issue = await world.issue();
    await world.say("alice", issue, "/autobe remove comments");
    const [pull] = await world.pulls();
    if (pull === undefined) throw new Error("no proposal");
    return pull;
  };

  const headOf = async (branch: string): Promise<string> =>
    (await world.as("acme").rest.git.getRef({ ...at, ref: `heads/${branch}` })).data.object.sha;

  it("becomes one more commit of old and new changes from its base, with a reply that cites it and the gates", async () => {
    const { number, branch } = await proposal();
    const first = await headOf(branch);
    await world.say("alice", number, "/autobe remove likes");
    expect((await world.answers(number))[0]).toContain(`/autobe answer ${QUESTION.id}`);
    const comment = await world.say("acme", number, `/autobe answer ${QUESTION.id} drop-operation`);
    const head = await headOf(branch);
    const { data } = await world.as("acme").rest.repos.compareCommits({ ...at, base: first, head: branch });
    expect(data.commits.map(({ sha }) => sha)).toEqual([head]);
    const message = data.commits[0]?.commit.message ?? "";
    expect(message.split("\n")[0]).toBe("review: remove likes");
    expect(message).toContain("AutoBE-Change: remove comments; remove likes\n");
    expect(message).toContain(`AutoBE-Answer: ${QUESTION.id} drop-operation\n`);
    const files = Object.keys(await filesOf(world.as("acme"), branch));
    expect(files).not.toContain("src/api/structures/IComment.ts");
    expect(files).not.toContain("src/api/structures/ILike.ts");
    const [answer, ...more] = await world.answers(number);
    expect(more).toEqual([]);
    expect(answer).toContain(`${head} adds \`remove likes\` to this proposal`);
    expect(answer).toContain("| types | passed |");
    expect(await world.reactions(comment)).toEqual(["eyes", "rocket"]);
    const pulls = await world.pulls();
    expect(pulls).toHaveLength(1);
    expect(pulls[0]?.body).toContain("`/autobe remove comments; remove likes`");
    const checks = await world.as("acme").rest.checks.listForRef({ ...at, ref: head });
    expect(checks.data.check_runs).toHaveLength(2);
  });

  it("is nothing to do where the proposal has it already", async () => {
    const { number, branch } = await proposal();
    const head = await headOf(branch);
    await world.say("alice", number, "/autobe remove comments");
    expect((await world.answers(number))[0]).toContain(
      `Nothing to do: this proposal has it already, with ${head}`,
    );
    expect(await headOf(branch)).toBe(head);
  });

  it("starts from the proposal's base though the default branch has moved on", async () => {
    const { number, branch } = await proposal();
    await push(world.as("acme"), { "src/api/structures/ILike.ts": "export interface ILike { new: true }\n" });
    await world.say("alice", number, `/autobe remove likes\n/autobe answer ${QUESTION.id} drop-operation`);
    const { data } = await world.as("acme").rest.git.getCommit({ ...at, commit_sha: await headOf(branch) });
    expect(data.parents).toHaveLength(1);
    expect((await world.answers(number))[0]).toContain("adds `remove likes` to this proposal");
  });

  it("stops at a commit of a person's, once, and leaves it alone", async () => {
    const { number, branch } = await proposal();
    const persons = await push(world.as("alice"), { "notes.md": "mine" }, branch);
    await world.say("alice", number, "/autobe remove likes");
    const comment = await world.say("alice", number, "/autobe remove likes");
    const answers = await world.answers(number);
    expect(answers).toHaveLength(1);
    expect(answers[0]).toContain("holds a commit that is not the bot's");
    expect(await headOf(branch)).toBe(persons);
    expect(await world.reactions(comment)).toEqual(["eyes", "confused"]);
  });

  it("pushes nothing where a person committed while it was made", async () => {
    const { number, branch } = await proposal();
    let persons = "";
    world.workshop.during = async () => {
      persons = await push(world.as("alice"), { "notes.md": "mine" }, branch);
    };
    await world.say("alice", number, `/autobe remove likes\n/autobe answer ${QUESTION.id} drop-operation`);
    expect(await headOf(branch)).toBe(persons);
    expect((await world.answers(number))[0]).toContain("holds a commit that is not the bot's");
  });
});
