import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type AppWorld, startAppWorld } from "../support/github/app-world.js";
import { QUESTION } from "../support/github/stub-workshop.js";
import { OWNER, type Person, push, REPO } from "../support/github/world.js";

const at = { owner: OWNER, repo: REPO };
const SCHEMA = "prisma/schema/main.prisma";

describe("a command in a review of the bot's own pull request", () => {
  let world: AppWorld;
  beforeEach(async () => {
    world = await startAppWorld();
  });
  afterEach(async () => {
    await world.close();
    expect(world.problems).toEqual([]);
  });

  const proposal = async () => {
    await world.say("alice", await world.issue(), "/autobe remove comments");
    const [pull] = await world.pulls();
    if (pull === undefined) throw new Error("no proposal");
    return pull;
  };

  const headOf = async (branch: string): Promise<string> =>
    (await world.as("acme").rest.git.getRef({ ...at, ref: `heads/${branch}` })).data.object.sha;

  /** Writes on a line; line 5 of the schema is in the model likes. */
  const onLine = async (person: Person, pull: { number: number; sha: string }, body: string, line = 6) => {
    const where = {
      pull_number: pull.number,
      commit_id: pull.sha,
      path: SCHEMA,
      line,
      side: "RIGHT" as const,
    };
    const { data } = await world.as(person).rest.pulls.createReviewComment({ ...at, ...where, body });
    await world.settled();
    return data.id;
  };

  const replies = async (pull: number) => {
    const { data } = await world.as("acme").rest.pulls.listReviewComments({ ...at, pull_number: pull });
    return data
      .filter(({ user }) => user.login === "autobe-bot[bot]")
      .map((reply) => ({ to: reply.in_reply_to_id, body: reply.body }));
  };

  const reactions = async (comment: number) => {
    const found = await world
      .as("acme")
      .rest.reactions.listForPullRequestReviewComment({ ...at, comment_id: comment });
    return found.data.map(({ content }) => content);
  };

  it("extends the proposal from a line, and answers in that thread", async () => {
    const pull = await proposal();
    const first = await headOf(pull.branch);
    const asked = await onLine("alice", pull, "/autobe remove likes");
    const [question, ...none] = await replies(pull.number);
    expect(none).toEqual([]);
    expect(question).toEqual({ to: asked, body: expect.stringContaining(`/autobe answer ${QUESTION.id}`) });
    const { data } = await world.as("acme").rest.pulls.createReplyForReviewComment({
      ...at,
      pull_number: pull.number,
      comment_id: asked,
      body: `/autobe answer ${QUESTION.id} drop-operation`,
    });
    await world.settled();
    const head = await headOf(pull.branch);
    expect(head).not.toBe(first);
    const [answer, ...more] = await replies(pull.number);
    expect(more).toEqual([]);
    expect(answer?.body).toContain(`${head} adds \`remove likes\` to this proposal`);
    expect(answer?.body).toContain("| types | passed |");
    expect(await world.answers(pull.number)).toEqual([]);
    expect(await reactions(asked)).toEqual(["eyes"]);
    expect(await reactions(data.id)).toEqual(["eyes", "rocket"]);
  });

  it("takes an answer below the pull request to a question beside a line", async () => {
    const pull = await proposal();
    const asked = await onLine("alice", pull, "/autobe remove likes");
    await world.say("acme", pull.number, `/autobe answer ${QUESTION.id} drop-operation`);
    expect(await replies(pull.number)).toEqual([
      { to: asked, body: expect.stringContaining("adds `remove likes` to this proposal") },
    ]);
    expect(await world.answers(pull.number)).toEqual([]);
  });

  it("reads a name with what the line is in, and asks where that is not clear", async () => {
    const pull = await proposal();
    await onLine("alice", pull, "/autobe remove field id");
    const [answer] = await replies(pull.number);
    expect(answer?.body).toContain("adds `remove field id from likes` to this proposal");
    const head = await headOf(pull.branch);
    const absent = await onLine("alice", pull, "/autobe remove field body\n/autobe remove comments");
    const outside = await onLine("alice", pull, "/autobe remove field id", 4);
    const told = await replies(pull.number);
    expect(told.slice(1)).toEqual([
      { to: absent, body: expect.stringContaining("This line is in `likes`, which does not have it") },
      { to: outside, body: expect.stringContaining("This line does not say which model that is about") },
    ]);
    expect(told[2]?.body).toContain("such as `/autobe remove field id from articles`");
    expect(await reactions(outside)).toEqual(["eyes", "confused"]);
    expect(await headOf(pull.branch)).toBe(head);
  });

  it("extends the proposal from what a review says as a whole", async () => {
    const pull = await proposal();
    const body = `/autobe remove likes\n/autobe answer ${QUESTION.id} drop-operation`;
    const review = { pull_number: pull.number, event: "COMMENT" as const };
    await world.as("alice").rest.pulls.createReview({ ...at, ...review, body });
    await world
      .as("alice")
      .rest.pulls.createReview({ ...at, ...review, body: "Looks good, /autobe remove x" });
    await world.settled();
    const head = await headOf(pull.branch);
    expect(await world.answers(pull.number)).toEqual([
      expect.stringContaining(`${head} adds \`remove likes\` to this proposal`),
    ]);
    expect(await replies(pull.number)).toEqual([]);
  });

  it("needs the rights that a comment needs, and says so once", async () => {
    const pull = await proposal();
    const head = await headOf(pull.branch);
    const asked = await onLine("mallory", pull, "/autobe remove likes");
    await onLine("mallory", pull, "/autobe remove likes");
    expect(await replies(pull.number)).toEqual([
      { to: asked, body: expect.stringContaining("which **mallory** has not") },
    ]);
    expect(await headOf(pull.branch)).toBe(head);
  });

  it("is no way to change a person's pull request, and stops at a person's commit", async () => {
    const ours = await proposal();
    await push(world.as("alice"), { "notes.md": "mine" }, ours.branch);
    await onLine("alice", ours, "/autobe remove likes");
    expect((await replies(ours.number))[0]?.body).toContain("holds a commit that is not the bot's");
    const main = await headOf("main");
    await world.as("alice").rest.git.createRef({ ...at, ref: "refs/heads/mine", sha: main });
    const sha = await push(world.as("alice"), { "more.md": "mine" }, "mine");
    const { data } = await world
      .as("alice")
      .rest.pulls.create({ ...at, head: "mine", base: "main", title: "x" });
    await onLine("alice", { number: data.number, sha }, "/autobe remove field id");
    expect((await replies(data.number))[0]?.body).toContain("Ask for changes on an issue");
  });
});
