/** The change language: a closed union, one kind per file as it grows. */
export type Change = RemoveFeature;

/** Takes a feature out of the whole backend. `target` is the person's word; resolving it is the planner's work. */
export interface RemoveFeature {
  readonly kind: "remove-feature";
  readonly target: string;
}
