import { setTimeout as sleep } from "node:timers/promises";
import type { EndpointSettings } from "../config/endpoint-settings.js";
import type { Environment } from "../config/environment.js";
import type { ModelSettings } from "../config/model-settings.js";
import { journaled } from "../model/journal/journaled.js";
import { storedJournal } from "../model/journal/stored-journal.js";
import type { LendModel, ModelAccess } from "../model/model-access.js";
import { openaiModel } from "../model/openai/openai-model.js";
import { retrying } from "../model/openai/retrying.js";
import type { Embedder } from "../retrieve/embedding/embedder.js";
import { ngramEmbedder } from "../retrieve/embedding/ngram-embedder.js";
import { openaiEmbedder } from "../retrieve/embedding/openai-embedder.js";
import { rememberingEmbedder } from "../retrieve/embedding/remembering-embedder.js";
import { storedVectors } from "../retrieve/embedding/stored-vectors.js";
import { openStore } from "../store/open-store.js";
import type { Store } from "../store/store.js";

const MINUTE = 60_000;
const RETRIES = { tries: 6, milliseconds: 5 * MINUTE };

const WAITING = {
  sleep: (milliseconds: number) => sleep(milliseconds),
  now: Date.now,
  random: Math.random,
};

/** For a command: the store is opened once a text has to be read, and closed behind it. Null without a model. */
export function lendModel(environment: Environment): LendModel | null {
  const { model, databaseUrl, folders } = environment;
  if (model === null) return null;
  return async (use) => {
    const store = await openStore(databaseUrl, folders);
    try {
      return await use(modelAccess(model, environment, store));
    } finally {
      await store.close();
    }
  };
}

/** The model that is set up, over a store that is open. */
export function modelAccess(
  settings: ModelSettings,
  { embeddings }: Pick<Environment, "embeddings">,
  store: Store,
): ModelAccess {
  const journal = storedJournal(store);
  const { system, monthTokens } = settings;
  const model = journaled(openaiModel(settings, WAITING), journal);
  return { model, journal, embedder: embedderOf(embeddings, store), system, monthTokens };
}

/** What an endpoint is paid for is kept; vectors that are made here cost nothing. */
function embedderOf(settings: EndpointSettings | null, store: Store): Embedder {
  if (settings === null) return ngramEmbedder;
  const { url, name, key } = settings;
  const again = retrying(key, RETRIES, WAITING);
  return rememberingEmbedder(
    openaiEmbedder({ url, model: name, key, milliseconds: MINUTE }, again),
    storedVectors(store),
  );
}
