import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { callFunction } from "../../../src/model/loop/call-function.js";
import { journaled } from "../../../src/model/journal/journaled.js";
import { storedJournal } from "../../../src/model/journal/stored-journal.js";
import { ModelError } from "../../../src/model/model-error.js";
import type { Store } from "../../../src/store/store.js";
import { dropOldModelAnswers } from "../../../src/store/queries/drop-old-model-answers.js";
import { TempStores } from "../../helpers/temp-store.js";
import { answering, means, menuStep, RIGHT } from "../tiny-step.js";

const stores = new TempStores();
let store: Store;
beforeAll(async () => {
  store = await stores.open();
});
afterAll(async () => await stores.removeAll());

const right = JSON.stringify(RIGHT);

describe("the journal", () => {
  it("has every answer that was paid for after a crash, and asks for the rest alone", async () => {
    const journal = storedJournal(store);
    const crashing = answering("nonsense", new ModelError("tiny", "killed", "Start it"));
    expect((await callFunction(menuStep(), means(journaled(crashing, journal)))).ok).toBe(false);
    const again = answering(right);
    const called = await callFunction(menuStep(), means(journaled(again, storedJournal(store))));
    expect(called).toMatchObject({ ok: true, value: RIGHT });
    expect(again.asked.length).toBe(1);
    expect(called.record.attempts.map(({ usage }) => usage.inputTokens)).toEqual([0, 100]);
  });

  it("asks another model, or with another schema, anew", async () => {
    const other = { ...answering(right), name: "another" };
    await callFunction(menuStep(), means(journaled(other, storedJournal(store))));
    expect(other.asked.length).toBe(1);
  });

  it("counts the tokens of a month, and what functions took", async () => {
    const journal = storedJournal(store);
    expect(await journal.tokensSince(new Date(Date.now() - 60_000))).toBe(3 * 110);
    expect(await journal.tokensSince(new Date(Date.now() + 60_000))).toBe(0);
    const { record } = await callFunction(menuStep(), means(answering("nonsense", right)));
    await journal.recordCall(record);
    const { rows } = await store.sql.executeSql(
      'SELECT "function", "attempts", "raw_success", "success", "stopped", "input_tokens" FROM "autobe_model_calls"',
    );
    expect(rows).toEqual([
      { function: "cook", attempts: 2, raw_success: false, success: true, stopped: null, input_tokens: 200 },
    ]);
  });

  it("forgets what is long past", async () => {
    expect(await dropOldModelAnswers(store, new Date(Date.now() - 60_000))).toBe(0);
    expect(await dropOldModelAnswers(store, new Date(Date.now() + 60_000))).toBe(3);
  });
});
