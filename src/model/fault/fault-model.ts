import { estimateTokens } from "../estimate-tokens.js";
import type { CallRequest, LanguageModel, Reply } from "../port.js";
import { parsePath, ROOT } from "../schema/path.js";
import { valueAt } from "../schema/value-at.js";
import { type ActiveFault, drawFault, spoiltReply, spoiltValue } from "./active-fault.js";
import type { FaultKind } from "./fault-kind.js";
import { isTold } from "./is-told.js";
import { SeededRandom } from "./random.js";

export interface FaultSettings {
  readonly kinds: readonly FaultKind[];
  /** How often a first answer is spoilt, from 0 to 1. */
  readonly rate: number;
  /** How often a later one gets a fresh fault beside those that are left. */
  readonly retryRate: number;
  readonly seed: number;
  /** The kind of the first fault; null draws one. */
  readonly first: FaultKind | null;
}

/** One answer of a conversation. */
export interface Spoilt {
  readonly part: string;
  readonly faults: readonly ActiveFault[];
  /** Those of the answer before that the feedback on it did not tell. */
  readonly untold: readonly ActiveFault[];
}

/**
 * One conversation with a simulated weak model: it takes the right answer and spoils it. A fault is repaired only if
 * the request tells it; every other one stays.
 */
export class FaultModel implements LanguageModel {
  public readonly name = "fault";
  public readonly history: Spoilt[] = [];
  private readonly random: SeededRandom;
  private faults: readonly ActiveFault[] = [];

  public constructor(
    private readonly right: unknown,
    private readonly settings: FaultSettings,
  ) {
    this.random = new SeededRandom(settings.seed);
  }

  public async ask(request: CallRequest): Promise<Reply> {
    const isFirst = this.history.length === 0;
    const untold = this.faults.filter((fault) => !isTold(fault, request, this.right));
    const chance = isFirst ? this.settings.rate : this.settings.retryRate;
    const drawn = this.random.next() < chance ? this.draw(request, isFirst) : null;
    this.faults = [...untold, ...(drawn === null ? [] : [drawn])];
    this.history.push({ part: request.part, faults: this.faults, untold });
    return await Promise.resolve(this.replyTo(request));
  }

  private draw(request: CallRequest, isFirst: boolean): ActiveFault | null {
    const { kinds, first } = this.settings;
    const pool = [...kinds];
    for (let kind = isFirst ? first : null; pool.length > 0;) {
      kind ??= this.random.pick(pool) as FaultKind;
      const { parameters } = this.parametersOf(request);
      const fault = drawFault(kind, this.right, parameters, request.part, this.random, !isFirst);
      if (fault !== null) return fault;
      pool.splice(pool.indexOf(kind), 1);
      kind = null;
    }
    return null;
  }

  /** A part is spoilt by what the whole is asked for, which the first request said. */
  private parametersOf(request: CallRequest): CallRequest["function"] {
    return (this.whole ??= request.function);
  }

  private whole: CallRequest["function"] | null = null;

  private replyTo(request: CallRequest): Reply {
    const value = spoiltValue(this.right, this.faults);
    const asked = request.part === ROOT ? value : { value: valueAt(value, parsePath(request.part)) };
    const text = JSON.stringify(asked);
    const usage = {
      inputTokens: estimateTokens(JSON.stringify([request.function, request.messages])),
      outputTokens: estimateTokens(text),
      estimated: true,
    };
    const reply: Reply = { text, called: request.function.name, reason: "called", usage };
    return spoiltReply(reply, this.faults, this.random);
  }
}
