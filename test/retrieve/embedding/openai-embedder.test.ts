import { afterEach, describe, expect, it } from "@jest/globals";
import { WorldError } from "../../../src/errors/world-error.js";
import { openaiEmbedder, type Retrying } from "../../../src/retrieve/embedding/openai-embedder.js";
import { FakeEndpoint, json, refusal, type Turn } from "../../model/openai/fake-endpoint.js";

const KEY = "sk-very-secret-key-of-ours-0123456789";
const once: Retrying = async (ask) => await ask();
const twice: Retrying = async (ask) => await ask().catch(ask);

let endpoint: FakeEndpoint | null = null;
afterEach(() => endpoint?.close());

async function open(turns: readonly Turn[], retrying = once, key: string | null = KEY) {
  endpoint?.close();
  const opened = new FakeEndpoint(turns);
  endpoint = opened;
  return openaiEmbedder({ url: await opened.open(), model: "tiny", key, milliseconds: 60_000 }, retrying);
}

function embeddings(...vectors: readonly (readonly number[])[]): object {
  const data = vectors.map((embedding, index) => ({ object: "embedding", index, embedding }));
  return { object: "list", model: "tiny", data, usage: { prompt_tokens: 1, total_tokens: 1 } };
}

/** Says of each text how long it is. */
const lengths: Turn = (response, asked) => {
  const input = asked.body["input"] as readonly string[];
  json(embeddings(...input.map((text) => [text.length, 1])))(response, asked);
};

async function messageOf(turn: Turn): Promise<string> {
  const embedder = await open([turn]);
  const error: unknown = await embedder.embed(["one", "two"]).catch((cause: unknown) => cause);
  if (error instanceof WorldError) return error.message;
  throw new Error("no WorldError was thrown", { cause: error });
}

describe("the adapter of embeddings endpoints", () => {
  it("asks for plain numbers of the model, with the key", async () => {
    const embedder = await open([lengths]);
    expect(await embedder.embed(["one", "three"])).toEqual([
      [3, 1],
      [5, 1],
    ]);
    const asked = endpoint?.asked[0];
    expect(asked?.url).toBe("/v1/embeddings");
    expect(asked?.body).toEqual({ model: "tiny", input: ["one", "three"], encoding_format: "float" });
    expect(asked?.headers.authorization).toBe(`Bearer ${KEY}`);
  });

  it("sends no key where there is none", async () => {
    const embedder = await open([lengths], once, null);
    await embedder.embed(["one"]);
    expect(endpoint?.asked[0]?.headers.authorization).toBeUndefined();
  });

  it("asks for many texts in several calls and keeps their order", async () => {
    const embedder = await open([lengths]);
    const texts = Array.from({ length: 150 }, (_, index) => "x".repeat(index + 1));
    const vectors = await embedder.embed(texts);
    expect(vectors.map(([length]) => length)).toEqual(texts.map(({ length }) => length));
    expect(endpoint?.asked.length).toBe(3);
  });

  it("puts vectors in order by their index", async () => {
    const { data, ...rest } = embeddings([1], [2]) as { data: object[] };
    const embedder = await open([json({ ...rest, data: data.toReversed() })]);
    expect(await embedder.embed(["one", "two"])).toEqual([[1], [2]]);
  });

  it("leaves to its caller whether to ask again", async () => {
    const busy = refusal(429, "slow down");
    const embedder = await open([busy, lengths], twice);
    expect(await embedder.embed(["one"])).toEqual([[3, 1]]);
    expect(endpoint?.asked.length).toBe(2);
    expect(await messageOf(busy)).toContain("slow down");
    expect(endpoint?.asked.length).toBe(1);
  });

  it.each<[string, unknown]>([
    ["too few vectors", embeddings([1])],
    ["vectors of several lengths", embeddings([1, 2], [1])],
    ["numbers that are none", embeddings([1], [Number.NaN])],
    [
      "a place that is out of bounds",
      {
        data: [
          { index: 0, embedding: [1] },
          { index: 9, embedding: [1] },
        ],
      },
    ],
    ["no list", { data: "none" }],
  ])("takes no answer with %s", async (_, answer) => {
    expect(await messageOf(json(answer))).toContain("no list of 2 vectors of one length");
  });

  it("names the endpoint and keeps the key to itself", async () => {
    const message = await messageOf(refusal(401, `wrong key ${KEY}`));
    expect(message).toContain("tiny at http://127.0.0.1");
    expect(message).toContain("wrong key [redacted]");
  });
});
