import { afterAll, afterEach, expect, test } from "@jest/globals";
import { modelAccess } from "../../src/cli/lend-model.js";
import type { EndpointSettings } from "../../src/config/endpoint-settings.js";
import { dropOldVectors } from "../../src/store/queries/drop-old-vectors.js";
import type { Store } from "../../src/store/store.js";
import { TempStores } from "../helpers/temp-store.js";
import { FakeEndpoint, json, refusal } from "../model/openai/fake-endpoint.js";

const stores = new TempStores();
afterAll(async () => await stores.removeAll());
let endpoint: FakeEndpoint | null = null;
afterEach(() => endpoint?.close());

const MODEL = { url: "http://localhost:1/v1", name: "none", key: null, system: true, monthTokens: null };

function embedderOver(store: Store, embeddings: EndpointSettings | null) {
  return modelAccess(MODEL, { embeddings }, store).embedder;
}

test("vectors of an endpoint are asked for again where it is busy, and paid for once", async () => {
  const answer = { data: [{ index: 0, embedding: [1, 0.5] }] };
  endpoint = new FakeEndpoint([refusal(503, "busy"), json(answer)]);
  const embeddings = { url: await endpoint.open(), name: "tiny", key: null };
  const store = await stores.open();
  const texts = ["Rules\nOne.", "Rules\nOne."];
  const vectors = await embedderOver(store, embeddings).embed(texts);
  expect(vectors).toEqual([Float32Array.of(1, 0.5), Float32Array.of(1, 0.5)]);
  expect(await embedderOver(store, embeddings).embed(texts)).toEqual(vectors);
  expect(endpoint.asked.map(({ body }) => body["input"])).toEqual([["Rules\nOne."], ["Rules\nOne."]]);
  expect(await dropOldVectors(store, new Date(Date.now() - 60_000))).toBe(0);
  expect(await dropOldVectors(store, new Date(Date.now() + 60_000))).toBe(1);
});

test("without an endpoint vectors are built in, and nothing is kept", async () => {
  const store = await stores.open();
  const [vector] = await embedderOver(store, null).embed(["Rules"]);
  expect(vector?.length).toBeGreaterThan(1000);
  expect(await dropOldVectors(store, new Date(Date.now() + 60_000))).toBe(0);
});
