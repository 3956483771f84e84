import type { CallRecord, StopReason } from "../model/loop/call-record.js";

/** What a phase comes to, or why a model gave no right answer. */
export type Phased<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: StopReason; readonly record: CallRecord };
