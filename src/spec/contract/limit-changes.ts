import type { Limits } from "../interface/limits.js";
import { limitsIn, withLimits } from "../interface/limits-in-type.js";

export type LimitChange = "limits tightened" | "limits relaxed";

/** How the limits of two types differ that are equal otherwise; null where more than limits differs. */
export function limitChanges(before: string, after: string): readonly LimitChange[] | null {
  if (withLimits(before, null) !== withLimits(after, null)) return null;
  const [old, now] = [limitsIn(before), limitsIn(after)];
  return [
    ...(isTighter(old, now) ? (["limits tightened"] as const) : []),
    ...(isTighter(now, old) ? (["limits relaxed"] as const) : []),
  ];
}

/** Whether values that keep to the first limits may not keep to the second ones. */
export function isTighter(first: Limits, second: Limits): boolean {
  return (
    (second.min ?? -Infinity) > (first.min ?? -Infinity) ||
    (second.max ?? Infinity) < (first.max ?? Infinity) ||
    (second.minLength ?? 0) > (first.minLength ?? 0) ||
    (second.maxLength ?? Infinity) < (first.maxLength ?? Infinity) ||
    (second.pattern !== undefined && second.pattern !== first.pattern) ||
    (second.format !== undefined && second.format !== first.format)
  );
}
