/** Takes a feature out of the whole backend. `target` is the person's word; resolving it is the planner's work. */
export interface RemoveFeature {
  readonly kind: "remove-feature";
  readonly target: string;
}

export function isRemoveFeature(value: unknown): value is RemoveFeature {
  if (typeof value !== "object" || value === null) return false;
  const { kind, target } = value as Partial<RemoveFeature>;
  return kind === "remove-feature" && typeof target === "string" && target !== "";
}

export function removeFeature(target: string): RemoveFeature {
  return Object.freeze({ kind: "remove-feature", target });
}
