import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { ModelAccess } from "../../src/model/model-access.js";
import { ngramEmbedder } from "../../src/retrieve/embedding/ngram-embedder.js";
import { answering } from "../model/tiny-step.js";
import { type AppWorld, startAppWorld } from "../support/github/app-world.js";
import { push } from "../support/github/world.js";

const TEXT = "nobody reads the comments, please take them away";

function access(changes: readonly object[], questions: readonly object[] = []): ModelAccess {
  const said = { changes, intentions: [], questions, contradictions: [], remarks: [] };
  return {
    model: answering(JSON.stringify(said)),
    journal: {
      find: async () => await Promise.resolve(null),
      record: async () => await Promise.resolve(),
      recordCall: async () => await Promise.resolve(),
      tokensSince: async () => await Promise.resolve(0),
    },
    embedder: ngramEmbedder,
    system: true,
    monthTokens: null,
  };
}

describe("a comment that is no command", () => {
  let world: AppWorld;
  beforeAll(async () => {
    world = await startAppWorld();
  });
  afterAll(async () => {
    await world.close();
    expect(world.problems).toEqual([]);
  });

  async function answerTo(who: "alice" | "tina", text: string): Promise<string> {
    const issue = await world.issue();
    await world.say(who, issue, text);
    return (await world.answers(issue))[0] ?? "";
  }

  it("is answered with the nearest commands as long as no model is set up", async () => {
    const answer = await answerTo("alice", `/autobe ${TEXT}`);
    expect(answer).toContain("I cannot follow");
    expect(answer).toMatch(/Did you mean `\/autobe /);
  });

  it("is answered with commands to send, and changes nothing", async () => {
    const change = { kind: "remove-feature", target: "comments" };
    world.workshop.lendModel = (use) => use(access([{ quotes: [TEXT], change }]));
    const answer = await answerTo("alice", `/autobe ${TEXT}`);
    expect(answer).toContain("```text\n/autobe remove comments\n```");
    expect(answer).toContain("Read by `tiny`.");
    expect(answer).toContain("`/autobe apply`");
    expect(await world.pulls()).toEqual([]);
  });

  it("is carried out once somebody applies the plan, and only once", async () => {
    const change = { kind: "remove-feature", target: "comments" };
    let asked = 0;
    world.workshop.lendModel = (use) => {
      asked++;
      return use(access([{ quotes: [TEXT], change }]));
    };
    const issue = await world.issue();
    await world.say("alice", issue, `/autobe ${TEXT}`);
    await world.say("tina", issue, "/autobe apply");
    expect(await world.pulls()).toEqual([]);
    await world.say("alice", issue, "/autobe apply");
    expect(await world.pulls()).toHaveLength(1);
    await world.say("alice", issue, "/autobe apply");
    expect(await world.pulls()).toHaveLength(1);
    expect((await world.answers(issue)).join("\n")).toContain("No plan of mine waits here");
    expect(asked).toBe(1);
  });

  it("is answered with questions where it is vague", async () => {
    const question = { quotes: [TEXT], question: "Which comments?", options: ["all", "old ones"] };
    world.workshop.lendModel = (use) => use(access([], [question]));
    const answer = await answerTo("alice", `/autobe ${TEXT}`);
    expect(answer).toContain("- Which comments? all / old ones");
  });

  it("is what an issue says that somebody with rights gives the label", async () => {
    const change = { kind: "remove-feature", target: "comments" };
    const quotes = ["Comments have to go", "Nobody uses them"];
    world.workshop.lendModel = (use) => use(access([{ quotes, change }]));
    const issue = await world.issue();
    await world.label("alice", issue, "question");
    expect(await world.answers(issue)).toEqual([]);
    await world.label("alice", issue, "autobe");
    expect((await world.answers(issue))[0]).toContain("```text\n/autobe remove comments\n```");
  });

  it("is read anew where the backend has moved since the plan, and nothing is carried out", async () => {
    const change = { kind: "remove-feature", target: "comments" };
    world.workshop.lendModel = (use) => use(access([{ quotes: [TEXT], change }]));
    const issue = await world.issue();
    await world.say("alice", issue, `/autobe ${TEXT}`);
    const before = await world.pulls();
    await push(world.as("acme"), { "README.md": `moved ${issue}\n` });
    await world.say("alice", issue, "/autobe apply");
    expect(await world.pulls()).toEqual(before);
    expect((await world.answers(issue))[0]).toContain("have moved since I planned this");
    await world.say("alice", issue, "/autobe apply");
    expect(await world.pulls()).toHaveLength(before.length + 1);
  });

  it("becomes one more commit of the bot's own proposal where it stands there and is applied", async () => {
    const change = { kind: "remove-feature", target: "likes" };
    world.workshop.lendModel = undefined;
    const issue = await world.issue();
    await push(world.as("acme"), { "README.md": `${issue}\n` });
    await world.say("alice", issue, "/autobe remove comments");
    const [pull] = await world.pulls();
    world.workshop.lendModel = (use) => use(access([{ quotes: ["likes are not needed either"], change }]));
    await world.say("alice", pull?.number ?? 0, "/autobe likes are not needed either");
    expect((await world.answers(pull?.number ?? 0))[0]).toContain("/autobe remove likes");
    await world.say("alice", pull?.number ?? 0, "/autobe apply");
    expect((await world.answers(pull?.number ?? 0))[0]).toContain("/autobe answer");
  });

  it("is carried out at once where the repository says that nobody has to be asked", async () => {
    const change = { kind: "remove-feature", target: "comments" };
    world.workshop.lendModel = (use) => use(access([{ quotes: [TEXT], change }]));
    await push(world.as("acme"), { ".github/autobe.yml": "model:\n  auto: true\n" });
    const before = await world.pulls();
    const issue = await world.issue();
    await world.say("alice", issue, `/autobe ${TEXT}`);
    expect(await world.pulls()).toHaveLength(before.length + 1);
  });

  it("is read for nobody who may not write, because reading costs", async () => {
    let asked = 0;
    world.workshop.lendModel = (use) => {
      asked++;
      return use(access([]));
    };
    expect(await answerTo("tina", `/autobe ${TEXT}`)).toContain("write permission");
    expect(asked).toBe(0);
  });
});
