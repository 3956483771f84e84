import { CountedBudget } from "../model/budget/budget.js";
import { MonthBudget } from "../model/budget/month-budget.js";
import { callFunction, LOOP_LIMITS, type Means } from "../model/loop/call-function.js";
import type { Ask } from "../model/loop/ask.js";
import type { CallRecord } from "../model/loop/call-record.js";
import type { ModelAccess } from "../model/model-access.js";
import type { ModelConfig } from "../config/repository-config.js";
import type { Embedder } from "../retrieve/embedding/embedder.js";
import type { Ports } from "./ports.js";
import { readCommands } from "./read-commands.js";
import type { Request } from "./request.js";

/** A model on loan to one run. */
export interface Lent {
  /** Endpoint and name. */
  readonly name: string;
  /** Within one budget for the whole run; every call is recorded. */
  readonly ask: Ask;
  readonly embedder: Embedder;
}

/** Lends a model for the rest of a run that needs one: null for every other run, and where none may be asked. */
export async function withModel<T>(
  request: Request,
  config: ModelConfig,
  ports: Pick<Ports, "lendModel" | "now">,
  calls: CallRecord[],
  use: (model: Lent | null) => Promise<T>,
): Promise<T> {
  const { lendModel, now } = ports;
  if (!lendModel || !config.enabled || !needsModel(request)) return await use(null);
  return await lendModel(async (access) => {
    const means = meansOf(access, config, now);
    const ask: Ask = async (step) => {
      const called = await callFunction(step, means);
      calls.push(called.record);
      await access.journal.recordCall(called.record);
      return called;
    };
    return await use({ name: access.model.name, ask, embedder: access.embedder });
  });
}

/** Whether a request is no list of commands, or asks for what no rule derives. */
function needsModel(request: Request): boolean {
  const read = readCommands(request);
  if (read.kind === "next") return read.value.changes.some(({ kind }) => kind === "change-behaviour");
  return read.kind === "free-text";
}

/** What one change may spend, within what a month may. */
function meansOf(
  { model, journal, system, monthTokens }: ModelAccess,
  { calls, tokens, minutes }: ModelConfig,
  now: () => number,
): Means {
  const month = monthTokens === null ? null : new MonthBudget(monthTokens, journal.tokensSince, now);
  const budget = new CountedBudget("change", { calls, tokens, milliseconds: minutes * 60_000 }, now, month);
  return { model, budget, system, limits: LOOP_LIMITS };
}
