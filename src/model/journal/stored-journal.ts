import typia from "typia";
import { findModelAnswer } from "../../store/queries/find-model-answer.js";
import { modelTokensSince } from "../../store/queries/model-tokens-since.js";
import { recordModelAnswer } from "../../store/queries/record-model-answer.js";
import { recordModelCall } from "../../store/queries/record-model-call.js";
import type { Store } from "../../store/store.js";
import { rawSuccess, usageOf } from "../loop/call-record.js";
import type { Reply } from "../port.js";
import type { Journal } from "./journal.js";

/** The journal in the store. An answer that an older release stored in another form was never asked for. */
export function storedJournal(store: Store): Journal {
  return {
    find: async (hash) => {
      const found = await findModelAnswer(store, hash);
      return typia.is<Reply>(found) ? found : null;
    },
    record: async ({ reply, ...answer }) => {
      const { usage, ...rest } = reply;
      await recordModelAnswer(store, {
        ...answer,
        reply: { ...rest, usage: { ...usage } },
        input_tokens: usage.inputTokens,
        output_tokens: usage.outputTokens,
      });
    },
    recordCall: async (record) => {
      const { inputTokens, outputTokens } = usageOf([record]);
      await recordModelCall(store, {
        function: record.function,
        target: record.target,
        attempts: record.attempts.length,
        raw_success: rawSuccess(record),
        success: record.stopped === null,
        stopped: record.stopped,
        input_tokens: inputTokens,
        output_tokens: outputTokens,
      });
    },
    tokensSince: (start) => modelTokensSince(store, start),
  };
}
