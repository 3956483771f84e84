import { afterEach, describe, expect, it } from "@jest/globals";
import { ModelError } from "../../../src/model/model-error.js";
import { openaiModel } from "../../../src/model/openai/openai-model.js";
import type { CallRequest, LanguageModel } from "../../../src/model/port.js";
import { menuStep } from "../tiny-step.js";
import { completion, FakeEndpoint, json, refusal, type Turn } from "./fake-endpoint.js";

const KEY = "sk-very-secret-key-of-ours-0123456789";

const REQUEST: CallRequest = {
  function: menuStep().function,
  target: "lunch",
  part: "$input",
  messages: [{ role: "user", text: "Soup, please." }],
  limits: { outputTokens: 500, milliseconds: 60_000, patience: 600_000 },
};

let endpoint: FakeEndpoint;
afterEach(() => endpoint.close());

interface Trial {
  readonly model: LanguageModel;
  readonly waits: number[];
}

async function open(turns: readonly Turn[], key: string | null = KEY): Promise<Trial> {
  endpoint = new FakeEndpoint(turns);
  const url = await endpoint.open();
  const waits: number[] = [];
  let now = Date.UTC(2026, 10, 24);
  const model = openaiModel(
    { url, name: "tiny", key, system: true, monthTokens: null },
    {
      sleep: async (milliseconds) => {
        waits.push(milliseconds);
        now += milliseconds;
        await Promise.resolve();
      },
      now: () => now,
      random: () => 1,
    },
  );
  return { model, waits };
}

async function failureOf(model: LanguageModel, request = REQUEST): Promise<ModelError> {
  const error: unknown = await model.ask(request).catch((cause: unknown) => cause);
  if (error instanceof ModelError) return error;
  throw new Error("no ModelError was thrown", { cause: error });
}

const right = json(completion('{"title": "Lunch"}'));

describe("the adapter of OpenAI's endpoints", () => {
  it("asks for one function, and gives its arguments as they are", async () => {
    const { model } = await open([right]);
    expect(await model.ask(REQUEST)).toEqual({
      text: '{"title": "Lunch"}',
      called: "cook",
      reason: "called",
      usage: { inputTokens: 50, outputTokens: 5, estimated: false },
    });
    const [asked] = endpoint.asked;
    expect(asked?.url).toBe("/v1/chat/completions");
    expect(asked?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(asked?.body).toEqual({
      model: "tiny",
      messages: [{ role: "user", content: "Soup, please." }],
      tools: [{ type: "function", function: expect.objectContaining({ name: "cook" }) }],
      tool_choice: { type: "function", function: { name: "cook" } },
      max_completion_tokens: 500,
    });
    expect(model.name).not.toContain(KEY);
  });

  it("sends no key where there is none", async () => {
    const { model } = await open([right], null);
    await model.ask(REQUEST);
    expect(endpoint.asked[0]?.headers.authorization).toBeUndefined();
  });

  it("tells prose, refusals and answers cut at the limit apart, and counts for endpoints that do not", async () => {
    const message = (more: object, finish: string) =>
      json(
        completion("", {
          usage: null,
          choices: [{ index: 0, finish_reason: finish, message: { role: "assistant", ...more } }],
        }),
      );
    const { model } = await open([
      message({ content: "Soup sounds good" }, "stop"),
      message({ content: null, refusal: "I will not" }, "stop"),
      message({ content: '{"title": "Lu' }, "length"),
    ]);
    expect(await model.ask(REQUEST)).toMatchObject({
      called: null,
      reason: "talked",
      usage: { outputTokens: 4, estimated: true },
    });
    expect(await model.ask(REQUEST)).toMatchObject({ text: "I will not", reason: "refused" });
    expect(await model.ask(REQUEST)).toMatchObject({ reason: "cut" });
  });

  it("tries again later when it is asked to, and as late as it is asked", async () => {
    const { model, waits } = await open([
      refusal(429, "slow down", { "retry-after": "7" }),
      refusal(429, "slow down", { "retry-after-ms": "250" }),
      refusal(503, "restarting", { "retry-after": "Tue, 24 Nov 2026 00:00:30 GMT" }),
      right,
    ]);
    expect((await model.ask(REQUEST)).reason).toBe("called");
    expect(waits).toEqual([7_000, 250, 22_750]);
  });

  it("waits longer each time in a storm, and gives up in the end", async () => {
    const { model, waits } = await open([refusal(429, "slow down")]);
    const error = await failureOf(model);
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000]);
    expect(error).toMatchObject({
      status: 429,
      world: "model",
      remedy: "The endpoint is asked too often: send it again later",
    });
    expect(error.message).toContain("(tried 6 times)");
  });

  it("begins no wait that nobody has the patience for", async () => {
    const { model, waits } = await open([refusal(429, "slow down", { "retry-after": "3600" }), right]);
    const error = await failureOf(model);
    expect(waits).toEqual([]);
    expect(error.status).toBe(429);
  });

  it.each([500, 502, 503, 408])("tries %d again", async (status) => {
    const { model, waits } = await open([refusal(status, "oops"), right]);
    expect((await model.ask(REQUEST)).reason).toBe("called");
    expect(waits.length).toBe(1);
  });

  it.each([
    [401, {}, "Check AUTOBE_MODEL_KEY"],
    [404, {}, "Check AUTOBE_MODEL_URL and AUTOBE_MODEL: there is no such model there"],
    [400, {}, "Check that the endpoint takes function calls"],
    [
      429,
      { code: "insufficient_quota" },
      "The quota of the model is used up: raise it, or wait until it is renewed",
    ],
  ])("does not try %d %o again", async (status, more, remedy) => {
    const { model, waits } = await open([refusal(status, "no", {}, more), right]);
    expect(await failureOf(model)).toMatchObject({ status, remedy });
    expect(waits).toEqual([]);
  });

  it("gives up waiting for an answer, and tries again", async () => {
    const { model, waits } = await open([() => {}, right]);
    const limits = { ...REQUEST.limits, milliseconds: 300 };
    expect((await model.ask({ ...REQUEST, limits })).reason).toBe("called");
    expect(waits.length).toBe(1);
  });

  it.each<[string, Turn]>([
    [
      "half an answer",
      (response) => {
        response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
        response.write('{"choices": [');
        setTimeout(() => response.destroy(), 20);
      },
    ],
    ["a connection that is closed", (response) => response.destroy()],
    ["no JSON", json("{'choices'")],
    ["another JSON", json({ ok: true })],
    [
      "a page",
      (response) => {
        response.writeHead(200, { "content-type": "text/html" });
        response.end("<h1>Sign in</h1>");
      },
    ],
  ])("takes %s for none, and tries again", async (_what, turn) => {
    const { model, waits } = await open([turn, right]);
    expect((await model.ask(REQUEST)).text).toBe('{"title": "Lunch"}');
    expect(waits.length).toBe(1);
  });

  it("speaks plainer where an endpoint does not know a setting, from then on", async () => {
    const { model } = await open([
      refusal(400, "Unsupported parameter: max_completion_tokens"),
      refusal(400, "tool_choice must be a string"),
      right,
    ]);
    await model.ask(REQUEST);
    await model.ask(REQUEST);
    const bodies = endpoint.asked.map(({ body }) => body);
    expect(bodies.length).toBe(4);
    expect(bodies[2]).toMatchObject({ max_tokens: 500, tool_choice: "required" });
    expect(bodies[3]).toEqual(bodies[2]);
  });

  it("never says the key, whatever the endpoint does with it", async () => {
    const { model } = await open([refusal(401, `Incorrect API key provided: ${KEY}`)]);
    const error = await failureOf(model);
    expect(`${error.message} ${error.remedy}`).not.toContain(KEY);
    expect(error.message).toContain("[redacted]");
    expect(JSON.stringify(endpoint.asked[0]?.body)).not.toContain(KEY);
  });
});
