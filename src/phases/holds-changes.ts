import type { Change } from "../change/change.js";

/** An answer of which changes are a part, in whatever they stand. */
export interface HoldsChanges {
  readonly changes: readonly { readonly change: Change }[];
}

/** Where a change stands in such an answer. */
export function changePath(index: number): string {
  return `$input.changes[${index}].change`;
}
