/** Why one try got no answer, and whether another one may. */
export interface Failure {
  /** HTTP status; null where nothing, or nothing whole, was answered. */
  readonly status: number | null;
  /** Without the key, whatever the endpoint wrote. */
  readonly detail: string;
  readonly remedy: string;
  readonly again: boolean;
  /** What the endpoint asks to wait, in milliseconds; null where it says nothing. */
  readonly wait: number | null;
}

/** One try: an answer, or why there is none. */
export type Tried<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };
