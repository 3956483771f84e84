import type { tags } from "typia";
import type { TestStatement } from "../../spec/test/scenario.js";

/** A test as a model says it; its name and its file are derived. */
export interface TestAnswer {
  /** One or two sentences on what is shown. */
  readonly doc: string & tags.MinLength<10> & tags.MaxLength<400>;
  /** What has to be there first: who joins, the rows that are needed. */
  readonly arrange: readonly TestStatement[];
  /** What is tested. */
  readonly act: readonly TestStatement[] & tags.MinItems<1>;
  /** What has to hold then, and what has to be refused. */
  readonly assert: readonly TestStatement[] & tags.MinItems<1>;
}
