import type { BodyStatement } from "./body.js";
import type { Mapping, Projection } from "./mapping.js";
import type { Selection } from "./query.js";

/** What an operation does, from its first statement to its answer. */
export interface OperationBody {
  readonly statements: readonly BodyStatement[];
}

/** How a collector makes the input of a row. */
export interface CollectorBody {
  /** What has to be known first; mostly nothing. */
  readonly statements: readonly BodyStatement[];
  readonly mappings: readonly Mapping[];
}

/** What a transformer reads of a row, and the answer that it makes of it. */
export interface TransformerBody {
  readonly selections: readonly Selection[];
  /** What has to be known before the answer; mostly nothing. */
  readonly statements: readonly BodyStatement[];
  /** The row is called "input". */
  readonly projections: readonly Projection[];
}

/** The statements of a collector of a model; inputs of rows inside of others have another type than the model's own. */
export function collectorStatements(
  { statements, mappings }: CollectorBody,
  model: string,
  type = `Prisma.${model}CreateInput`,
): readonly BodyStatement[] {
  return [...statements, { kind: "collect", mappings, type }];
}

/** The statements of a transformer's `select`. */
export function selectStatements({ selections }: TransformerBody, model: string): readonly BodyStatement[] {
  return [{ kind: "select", selections, type: `Prisma.${model}FindManyArgs` }];
}

/** The statements of a transformer's `transform`. */
export function transformStatements({ statements, projections }: TransformerBody): readonly BodyStatement[] {
  return [...statements, { kind: "answer", projections, type: null }];
}
