import { NO_USAGE, type LanguageModel } from "../port.js";
import { requestHash } from "../request-hash.js";
import type { Journal } from "./journal.js";

/** Asks nothing twice: an answer that was paid for before a crash is there after it, and costs nothing any more. */
export function journaled(model: LanguageModel, journal: Pick<Journal, "find" | "record">): LanguageModel {
  return {
    name: model.name,
    ask: async (request) => {
      const hash = requestHash(model.name, request);
      const paid = await journal.find(hash);
      if (paid !== null) return { ...paid, usage: NO_USAGE };
      const reply = await model.ask(request);
      const { target } = request;
      await journal.record({ hash, model: model.name, function: request.function.name, target, reply });
      return reply;
    },
  };
}
