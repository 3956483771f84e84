import type { Operation } from "../../../spec/interface/interface-spec.js";
import type { Rename } from "../../../spec/renames.js";

/** Something declared at the top of a file, that gets another name. */
export interface Symbol {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** An operation under its new path. */
export interface MovedRoute {
  readonly operation: Operation;
  readonly path: string;
  /** Old and new segments, in path order. */
  readonly segments: readonly (readonly [from: string, to: string])[];
  /** Path parameters with another name now. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** What a feature's new name comes to in the code, beside the members of the two specs. */
export interface FeatureNames {
  readonly symbols: readonly Symbol[];
  readonly routes: readonly MovedRoute[];
  /** Old path → new path. */
  readonly files: ReadonlyMap<string, string>;
  /** What collectors call the rows they are given: `bbsArticles` → `bbsPosts`. */
  readonly given: readonly Rename[];
  /** SDK folders whose own name changed: path of the index → old and new name. */
  readonly spaces: ReadonlyMap<string, readonly [from: string, to: string]>;
}
