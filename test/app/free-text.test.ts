import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { ModelAccess } from "../../src/model/model-access.js";
import { answering } from "../model/tiny-step.js";
import { type AppWorld, startAppWorld } from "../support/github/app-world.js";

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
    expect(await world.pulls()).toEqual([]);
  });

  it("is answered with questions where it is vague", async () => {
    const question = { quotes: [TEXT], question: "Which comments?", options: ["all", "old ones"] };
    world.workshop.lendModel = (use) => use(access([], [question]));
    const answer = await answerTo("alice", `/autobe ${TEXT}`);
    expect(answer).toContain("- Which comments? all / old ones");
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
