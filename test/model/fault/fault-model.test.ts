import { describe, expect, it } from "@jest/globals";
import { CATALOGUE } from "../../../src/model/fault/catalogue/catalogue.js";
import { errorsIn } from "../../../src/model/fault/errors-in.js";
import { FaultModel, type FaultSettings } from "../../../src/model/fault/fault-model.js";
import { callFunction } from "../../../src/model/loop/call-function.js";
import { type CallRequest, type LanguageModel, type Reply } from "../../../src/model/port.js";
import { means } from "../tiny-step.js";
import { potStep, SHELF } from "./pot-step.js";

const RIGHT = JSON.stringify(SHELF);

/** What no type can see: only rules, tests or people can. */
const SILENT = new Set([
  "another-name",
  "swapped-names",
  "left-out-element",
  "doubled-element",
  "empty-list",
  "empty-text",
  "placeholder-text",
  "reworded-text",
  "repeated-text",
  "text-null",
]);

function settings(more: Partial<FaultSettings>): FaultSettings {
  return { kinds: CATALOGUE, rate: 1, retryRate: 0, seed: 7, first: null, ...more };
}

const names = CATALOGUE.map(({ name }) => name);

function kindOf(name: string) {
  return CATALOGUE.find((kind) => kind.name === name) ?? null;
}

describe("the catalogue of faults", () => {
  it("has many kinds, each with a name of its own and its source", () => {
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(25);
    expect(CATALOGUE.filter(({ source }) => source === "")).toEqual([]);
  });

  it.each(names)("%s spoils a right answer, and is repaired by what feedback says of it", async (name) => {
    const model = new FaultModel(SHELF, settings({ first: kindOf(name) }));
    const replies: Reply[] = [];
    const heard: LanguageModel = {
      name: "heard",
      ask: async (request) => {
        const reply = await model.ask(request);
        replies.push(reply);
        return reply;
      },
    };
    const called = await callFunction(potStep(), means(heard));
    expect(model.history[0]?.faults.map(({ kind }) => kind.name)).toEqual([name]);
    expect(replies[0]).not.toMatchObject({ text: RIGHT, called: "arrange", reason: "called" });
    expect(called.ok).toBe(true);
    if (!SILENT.has(name)) expect(called).toMatchObject({ value: SHELF });
  });
});

describe("a simulated weak model", () => {
  it("says the same for the same seed", async () => {
    const run = async () => {
      const model = new FaultModel(SHELF, settings({ retryRate: 0.5, seed: 11 }));
      await callFunction(potStep(), means(model));
      return model.history;
    };
    expect(JSON.stringify(await run())).toBe(JSON.stringify(await run()));
  });

  it("is right as often as its rate says", async () => {
    const spoilt = await Promise.all(
      Array.from({ length: 300 }, async (_, seed) => {
        const model = new FaultModel(SHELF, settings({ rate: 0.93, seed }));
        await model.ask(request(""));
        return model.history[0]?.faults.length ?? 0;
      }),
    );
    const share = spoilt.reduce((sum, each) => sum + each, 0) / spoilt.length;
    expect(share).toBeGreaterThan(0.88);
    expect(share).toBeLessThan(0.98);
  });

  it.each([
    ["says nothing", ""],
    ["names another place", '"x": 1 // ❌ [{"path":"$input.owner.name","expected":"string"}]'],
    [
      "names the place and no right value",
      '"x": 1 // ❌ [{"path":"$input.actions[0].material","expected":"a name"}]',
    ],
  ])("keeps a fault where feedback %s", async (_what, feedback) => {
    const model = invented();
    await model.ask(request(""));
    await model.ask(request(feedback));
    expect(model.history[1]?.untold.length).toBe(1);
  });

  it("repairs it where feedback names its place and the right value is among the candidates", async () => {
    const model = invented();
    await model.ask(request(""));
    const at = model.history[0]?.faults[0]?.damage?.at ?? "";
    const right = JSON.stringify(
      `Right may be ${JSON.stringify(model.history[0]?.faults[0]?.damage?.right)}.`,
    );
    const { text } = await model.ask(
      request(`"x": 1 // ❌ [{"path":"${at}","expected":"a name","description":${right}}]`),
    );
    expect(text).toBe(RIGHT);
  });
});

function invented(): FaultModel {
  return new FaultModel(SHELF, settings({ first: kindOf("invented-name") }));
}

function request(feedback: string): CallRequest {
  return {
    function: potStep().function,
    target: "pots",
    part: "$input",
    messages: [{ role: "user", text: feedback }],
    limits: { outputTokens: 100, milliseconds: 1, patience: 1 },
  };
}

describe("feedback", () => {
  it("is read from its text alone", () => {
    const text =
      '```json\n{ // ❌ [{"path":"$input","expected":"more"}]\n  "a": 1, // ❌ [{"path":"$input.a","expected":"b","description":"c"}]\n}\n```\n\n' +
      '**Unmappable validation errors:**\n```json\n[\n  {"path": "$input.z", "expected": "y"}\n]\n```';
    expect(errorsIn(text).map(({ path }) => path)).toEqual(["$input", "$input.a", "$input.z"]);
    expect(errorsIn("no error at all")).toEqual([]);
  });
});
