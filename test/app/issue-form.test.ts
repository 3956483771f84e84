import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type AppWorld, startAppWorld } from "../support/github/app-world.js";
import { filledIn } from "../support/issue-form.js";
import { OWNER, type Person, REPO } from "../support/github/world.js";

const at = { owner: OWNER, repo: REPO };

describe("an issue that was opened with the form", () => {
  let world: AppWorld;
  beforeEach(async () => {
    world = await startAppWorld();
  });
  afterEach(async () => {
    await world.close();
    expect(world.problems).toEqual([]);
  });

  const open = async (person: Person, body: string): Promise<number> => {
    const { data } = await world.as(person).rest.issues.create({ ...at, title: "Change: 🎉", body });
    await world.settled();
    return data.number;
  };
  const reactions = async (issue: number) =>
    (await world.as("acme").rest.reactions.listForIssue({ ...at, issue_number: issue })).data.map(
      ({ content }) => content,
    );
  const FEATURE = filledIn("remove feature", { Feature: "comments", Why: "Nobody uses them" });

  it("is a request as a comment is: a draft pull request, an answer, reactions", async () => {
    const issue = await open("alice", FEATURE);
    const pulls = await world.pulls();
    expect(pulls.map(({ draft, title }) => [draft, title])).toEqual([[true, "Remove comments"]]);
    expect(pulls[0]?.body).toContain(`Asked for in #${issue} by **alice**: \`/autobe remove comments\``);
    expect(await world.answers(issue)).toEqual([expect.stringContaining("proposes `remove comments`")]);
    expect(await reactions(issue)).toEqual(["eyes", "rocket"]);
    await world.say("alice", issue, "/autobe status");
    expect((await world.answers(issue))[1]).toContain(
      "`/autobe remove comments` by **alice**, has been answered",
    );
  });

  it("is one request, however often GitHub delivers it", async () => {
    const issue = await open("alice", FEATURE);
    const [delivery] = world.github.hooks.deliveries.filter(({ event }) => event === "issues");
    if (delivery === undefined) throw new Error("no delivery");
    await world.github.hooks.redeliver(delivery);
    await world.settled();
    expect(await world.pulls()).toHaveLength(1);
    expect(await world.answers(issue)).toHaveLength(1);
  });

  it("waits for an answer in a comment where there is a question", async () => {
    const issue = await open("alice", filledIn("remove feature", { Feature: "likes" }));
    const [question] = await world.answers(issue);
    const id = /\/autobe answer (\w+) drop-operation/.exec(question ?? "")?.[1];
    await world.say("acme", issue, `/autobe answer ${id} drop-operation`);
    expect((await world.pulls()).map(({ title }) => title)).toEqual(["Remove likes"]);
  });

  it("needs write permission, and gives the lines to whoever has it", async () => {
    for (const person of ["mallory", "tina"] as const) {
      const issue = await open(person, FEATURE);
      const [answer, ...more] = await world.answers(issue);
      expect(more).toEqual([]);
      expect(answer).toContain(`which **${person}** has not`);
      expect(answer).toContain("```text\n/autobe remove comments\n```");
      expect(await reactions(issue)).toEqual(["confused"]);
    }
    expect(await world.pulls()).toEqual([]);
  });

  it("is answered with what is missing where it is half filled in, and nothing is done", async () => {
    const issue = await open("alice", filledIn("rename field", { Model: "articles" }));
    const [answer, ...more] = await world.answers(issue);
    expect(more).toEqual([]);
    expect(answer).toContain(
      '- "Field, relation or property" is empty, and rename field needs it.\n- "Name" is',
    );
    expect(await reactions(issue)).toEqual(["eyes", "confused"]);
    expect(await world.pulls()).toEqual([]);
    await world.say("alice", issue, "/autobe remove comments");
    expect(await world.pulls()).toHaveLength(1);
  });

  it("is no business of the bot's in any other form", async () => {
    const issue = await open("alice", "### Steps\n\n/autobe remove comments");
    expect(await world.answers(issue)).toEqual([]);
    expect(await reactions(issue)).toEqual([]);
  });
});
