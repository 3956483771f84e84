import { describe, expect, it } from "@jest/globals";
import type { CallRecord } from "../../src/model/loop/call-record.js";
import type { ModelAccess } from "../../src/model/model-access.js";
import { ModelError } from "../../src/model/model-error.js";
import { DEFAULT_CONFIG } from "../../src/config/repository-config.js";
import { planChange } from "../../src/plan/plan-change.js";
import { ngramEmbedder } from "../../src/retrieve/embedding/ngram-embedder.js";
import { understand } from "../../src/run/understand.js";
import { withModel } from "../../src/run/with-model.js";
import { SILENT } from "../../src/util/progress.js";
import { type Answer, answering } from "../model/tiny-step.js";
import { fixtureBackend } from "../support/fixture-backend.js";

const backend = fixtureBackend("todo");
const TEXT = "We do not need the colour of labels any more.";

const RIGHT = {
  changes: [
    {
      quotes: [TEXT],
      change: { kind: "remove-field", name: "color", from: { models: ["todo_app_labels"], stance: null } },
    },
  ],
  intentions: [],
  questions: [],
  contradictions: [],
  remarks: [],
};

function world(
  answers: readonly Answer[],
  config: Partial<typeof DEFAULT_CONFIG.model> = {},
  more: Partial<ModelAccess> = {},
) {
  const model = answering(...answers);
  const recorded: CallRecord[] = [];
  const journal: ModelAccess["journal"] = {
    find: async () => await Promise.resolve(null),
    record: async () => await Promise.resolve(),
    recordCall: async (record) => await Promise.resolve(void recorded.push(record)),
    tokensSince: async () => await Promise.resolve(0),
  };
  const access: ModelAccess = {
    model,
    journal,
    embedder: ngramEmbedder,
    system: true,
    monthTokens: null,
    ...more,
  };
  const calls: CallRecord[] = [];
  const read = async (text: string, lent = true) => {
    const ports = { planChange, verify: async () => await Promise.resolve([]), progress: SILENT };
    const request = {
      text,
      answers: new Map(),
      until: "plan",
      gates: null,
      issue: null,
      requester: null,
    } as const;
    const settings = { ...DEFAULT_CONFIG, model: { ...DEFAULT_CONFIG.model, ...config } };
    const lending = {
      now: () => 0,
      lendModel: lent ? <T>(use: (access: ModelAccess) => Promise<T>) => use(access) : null,
    };
    return await withModel(request, settings.model, lending, calls, (lendee) =>
      understand(request, { backend, config: settings }, lendee, ports),
    );
  };
  return { model, recorded, calls, read };
}

describe("a text", () => {
  it("is answered with changes and what they reach, and what it took is recorded", async () => {
    const { read, recorded, calls } = world([JSON.stringify(RIGHT)]);
    const step = await read(TEXT);
    expect(step).toMatchObject({
      kind: "next",
      told: "remove field color from todo_app_labels",
      value: { changes: [RIGHT.changes[0]?.change], reading: { model: "tiny", contradictions: [] } },
    });
    expect(recorded).toEqual(calls);
  });

  it("that can be read in several ways is answered with questions, and nothing is planned", async () => {
    const questions = [{ quotes: [TEXT], question: "Which labels?", options: ["all", "my own"] }];
    const { read } = world([JSON.stringify({ ...RIGHT, changes: [], questions })]);
    expect(await read(TEXT)).toMatchObject({
      outcome: {
        kind: "unclear",
        plan: null,
        questions: [{ question: "Which labels?", options: ["all", "my own"] }],
      },
    });
  });

  it("that asks for nothing comes to nothing", async () => {
    const { read } = world([JSON.stringify({ ...RIGHT, changes: [], remarks: [TEXT] })]);
    expect(await read(TEXT)).toMatchObject({ outcome: { kind: "nothing-to-do" } });
  });

  it("that is a command asks no model", async () => {
    const { read, model } = world([]);
    expect(await read("remove field color from labels")).toMatchObject({ kind: "next" });
    expect(model.asked).toEqual([]);
  });

  it("is not sent to a model where there is none, or the repository wants none: nearest commands are said", async () => {
    for (const { read, model } of [world([], { enabled: false }), world([])]) {
      const step = await read("please delete the column colour of labels", model.asked.length > 0);
      expect(step).toMatchObject({
        outcome: { kind: "stopped", remedy: expect.stringContaining("remove field <name> from <models>") },
      });
      expect(model.asked).toEqual([]);
    }
  });

  it("ends with the true reason where no right answer comes", async () => {
    const wrong = JSON.stringify({ ...RIGHT, changes: [] });
    const end = async (made: ReturnType<typeof world>) => {
      const step = await made.read(TEXT);
      return step.kind === "end" && "reason" in step.outcome ? step.outcome : null;
    };
    expect(await end(world([wrong]))).toMatchObject({
      kind: "stopped",
      reason: expect.stringContaining("the same mistake again and again"),
    });
    expect(await end(world([wrong], { calls: 2 }))).toMatchObject({
      kind: "stopped",
      reason: "The budget of this change is spent: 2 calls of the model",
    });
    expect(
      await end(
        world(
          [wrong],
          {},
          { monthTokens: 1, journal: { ...(await emptyJournal()), tokensSince: async () => 5 } },
        ),
      ),
    ).toMatchObject({ kind: "stopped", reason: "The budget of this month is spent: 1 tokens" });
    expect(await end(world([new ModelError("tiny", "it is down", "Start it")]))).toEqual({
      kind: "failed",
      world: "model",
      reason: "tiny: it is down",
      remedy: "Start it",
    });
    expect(await end(world([{ text: "I will not", reason: "refused", called: null }]))).toMatchObject({
      reason: "The model refused: I will not",
    });
  });
});

async function emptyJournal(): Promise<ModelAccess["journal"]> {
  return await Promise.resolve({
    find: async () => await Promise.resolve(null),
    record: async () => await Promise.resolve(),
    recordCall: async () => await Promise.resolve(),
    tokensSince: async () => await Promise.resolve(0),
  });
}
