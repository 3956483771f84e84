import type { CallRecord } from "../loop/call-record.js";
import type { Reply } from "../port.js";

/** What was paid for. Losing it costs money and time, never correctness. */
export interface Journal {
  /** The answer to a request that was asked before; null if it never was. */
  find(hash: string): Promise<Reply | null>;
  record(answer: PaidAnswer): Promise<void>;
  /** What one function took in all. */
  recordCall(record: CallRecord): Promise<void>;
  /** Tokens of all answers since then. */
  tokensSince(start: Date): Promise<number>;
}

export interface PaidAnswer {
  /** Of the request. */
  readonly hash: string;
  readonly model: string;
  readonly function: string;
  readonly target: string;
  readonly reply: Reply;
}
