import { CountedBudget } from "../../src/model/budget/budget.js";
import { callFunction, LOOP_LIMITS } from "../../src/model/loop/call-function.js";
import type { CallRecord } from "../../src/model/loop/call-record.js";
import type { Finding } from "../../src/model/loop/finding.js";
import { type CallRequest, type LanguageModel, NO_USAGE } from "../../src/model/port.js";
import type { PhasePorts } from "../../src/phases/phase-ports.js";
import { ngramEmbedder } from "../../src/retrieve/embedding/ngram-embedder.js";

/** Ports of a phase on a model that gives the answers that it was told, one after the other. */
export interface AnsweringPorts extends PhasePorts {
  readonly asked: readonly CallRequest[];
  readonly records: readonly CallRecord[];
}

export function answeringPorts(
  answers: readonly unknown[],
  compile: PhasePorts["compile"] = () => Promise.resolve([]),
): AnsweringPorts {
  const asked: CallRequest[] = [];
  const records: CallRecord[] = [];
  const model: LanguageModel = {
    name: "told",
    ask: (request) => {
      const answer = answers[asked.length];
      asked.push(request);
      if (answer === undefined) throw new Error(`Nobody told the answer to ${request.target}`);
      return Promise.resolve({
        text: JSON.stringify(answer),
        called: request.function.name,
        reason: "called",
        usage: NO_USAGE,
      });
    },
  };
  return {
    asked,
    records,
    embedder: ngramEmbedder,
    compile,
    ask: async (step) => {
      const budget = new CountedBudget("step", {}, () => 0);
      const called = await callFunction(step, { model, budget, system: true, limits: LOOP_LIMITS });
      records.push(called.record);
      return called;
    },
    tryChanges: () => Promise.reject(new Error("Nothing is planned here")),
    say: () => undefined,
  };
}

/** What was said of the first answer. */
export function firstFindings({ records }: AnsweringPorts): readonly Finding[] {
  return records[0]?.attempts[0]?.findings ?? [];
}
