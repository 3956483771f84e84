import { setTimeout as sleep } from "node:timers/promises";
import type { Environment } from "../config/environment.js";
import type { ModelSettings } from "../config/model-settings.js";
import { journaled } from "../model/journal/journaled.js";
import { storedJournal } from "../model/journal/stored-journal.js";
import type { LendModel, ModelAccess } from "../model/model-access.js";
import { openaiModel } from "../model/openai/openai-model.js";
import { ngramEmbedder } from "../retrieve/embedding/ngram-embedder.js";
import { openStore } from "../store/open-store.js";
import type { Store } from "../store/store.js";

/** For a command: the store is opened once a text has to be read, and closed behind it. Null without a model. */
export function lendModel({ model, databaseUrl, folders }: Environment): LendModel | null {
  if (model === null) return null;
  return async (use) => {
    const store = await openStore(databaseUrl, folders);
    try {
      return await use(modelAccess(model, store));
    } finally {
      await store.close();
    }
  };
}

/** The model that is set up, over a store that is open. */
export function modelAccess(settings: ModelSettings, store: Store): ModelAccess {
  const journal = storedJournal(store);
  const waiting = {
    sleep: (milliseconds: number) => sleep(milliseconds),
    now: Date.now,
    random: Math.random,
  };
  const { system, monthTokens } = settings;
  const model = journaled(openaiModel(settings, waiting), journal);
  return { model, journal, embedder: ngramEmbedder, system, monthTokens };
}
