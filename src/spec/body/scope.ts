import type { Model } from "../database/database-spec.js";
import type { Dto } from "../interface/interface-spec.js";

/** What a body can see. */
export interface Scope {
  /** What is written: an operation, a collector, or one of the two functions of a transformer. */
  readonly body: "operation" | "collector" | "select" | "transform";
  readonly models: ReadonlyMap<string, Model>;
  readonly dtos: ReadonlyMap<string, Dto>;
  /** Types of what comes in, by path: "props.body" → "IBbsArticle.ICreate". */
  readonly inputs: ReadonlyMap<string, string>;
  /** Names that are imported or declared around it, those of collectors and transformers among them. */
  readonly names: readonly string[];
  /** What it answers as written, such as "IBbsArticle"; null for nothing, or where it is inferred. */
  readonly response: string | null;
}

/** Names in sight of helpers that have such a suffix. */
export function helpersOf({ names }: Scope, suffix: "Collector" | "Transformer"): readonly string[] {
  return names.filter((name) => name.endsWith(suffix));
}
