import type { Planned } from "../planned.js";

/** What a part of a request means, or how the plan ends because it means nothing. */
export type Resolved<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly ending: Planned };

export function refuse(reason: string, remedy: string): { readonly ok: false; readonly ending: Planned } {
  return { ok: false, ending: { kind: "refused", reason, remedy } };
}
