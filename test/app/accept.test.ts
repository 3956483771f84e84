import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { OWNER, REPO } from "../support/github/world.js";
import { type AppWorld, startAppWorld } from "../support/github/app-world.js";

const at = { owner: OWNER, repo: REPO };

describe("consent to a loss of data", () => {
  let world: AppWorld;
  let issue: number;
  let pull: { number: number; sha: string };
  beforeAll(async () => {
    world = await startAppWorld();
    issue = await world.issue();
    await world.say("alice", issue, "/autobe remove comments");
    const [first] = await world.pulls();
    if (!first) throw new Error("no pull request was opened");
    pull = first;
  });
  afterAll(async () => {
    await world.close();
    expect(world.problems).toEqual([]);
  });

  async function safety(): Promise<string | null> {
    const { data } = await world.as("acme").rest.checks.listForRef({ ...at, ref: pull.sha });
    return data.check_runs.find(({ name }) => name === "autobe / schema-safety")?.conclusion ?? null;
  }

  it("waits for a person who may write", async () => {
    expect(await safety()).toBe("action_required");
    await world.say("tina", issue, "/autobe accept destructive");
    expect(await safety()).toBe("action_required");
  });

  it("names the risks there are when another one is accepted", async () => {
    await world.say("alice", issue, "/autobe accept data-dependent");
    expect((await world.answers(issue)).at(-1)).toContain("no risk `data-dependent`; it has `destructive`");
    expect(await safety()).toBe("action_required");
  });

  it("is quoted in the pull request and turns the check, from the pull request's own thread as well", async () => {
    const comment = await world.say("acme", pull.number, "/autobe accept destructive");
    expect(await safety()).toBe("success");
    const [now] = await world.pulls();
    expect(now?.body).toContain("> /autobe accept destructive\n\n— **acme**");
    expect(await world.reactions(comment)).toEqual(["eyes", "rocket"]);
    await world.say("acme", pull.number, "/autobe accept destructive");
    expect((await world.pulls())[0]?.body.match(/> \/autobe accept/g)).toHaveLength(1);
  });

  it("has nothing to accept where there is no proposal", async () => {
    const other = await world.issue();
    await world.say("alice", other, "/autobe accept destructive");
    expect(await world.answers(other)).toEqual([expect.stringContaining("no open proposal")]);
  });
});
