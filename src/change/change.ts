import type { RemoveFeature } from "./remove-feature.js";

/** The change language: a closed union, one kind per file as it grows. */
export type Change = RemoveFeature;
