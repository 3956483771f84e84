import type { Planned } from "./planned.js";

/** What a part of a change means, or how the plan ends because it means nothing, or several things. */
export type Found<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly ending: Planned };

export function refuse(reason: string, remedy: string): Found<never> {
  return { ok: false, ending: { kind: "refused", reason, remedy } };
}
