import type {
  Break,
  Continue,
  Expression,
  ExpressionStatement,
  Let,
  Loop,
  Return,
  Throw,
  Try,
  Unpack,
  While,
} from "../expression/expression.js";
import type { Raw } from "../expression/leaf.js";
import type { Mapping, Projection } from "./mapping.js";
import type { Query, Selection } from "./query.js";

/** One step of what an operation, a collector or a transformer does. */
export type BodyStatement =
  | QueryStatement
  | Together
  | Transaction
  | Guard
  | Answer
  | Transformed
  | Page
  | Collect
  | Select
  | BodyIf
  | BodyForEach
  | Let
  | Unpack
  | ExpressionStatement
  | Return
  | Throw
  | Loop
  | While
  | Try
  | Break
  | Continue
  | Raw;

/** Asks the database and keeps the answer. */
export interface QueryStatement {
  readonly kind: "query";
  /** The variable that holds the answer; null if nobody needs it. */
  readonly result: string | null;
  readonly query: Query;
}

/** Several queries at once; atomic ones happen all or not at all. */
export interface Together {
  readonly kind: "together";
  readonly atomic: boolean;
  /** A variable for each answer; empty if nobody needs them. */
  readonly results: readonly string[];
  readonly queries: readonly Query[];
}

/** All of the statements or none of them. What they return is the result. */
export interface Transaction {
  readonly kind: "transaction";
  readonly result: string | null;
  readonly statements: readonly BodyStatement[];
}

/** Ends the request with a status such as 403 or 404 where a condition holds. */
export interface Guard {
  readonly kind: "guard";
  readonly condition: Expression;
  readonly status: number;
  readonly message: Expression;
}

/** Ends with an answer that is written out; `type` such as "IBbsArticle" or null. */
export interface Answer {
  readonly kind: "answer";
  readonly projections: readonly Projection[];
  readonly type: string | null;
}

/** Ends with what a transformer makes of a row. */
export interface Transformed {
  readonly kind: "transformed";
  readonly transformer: string;
  readonly from: Expression;
}

/** Ends with one page of a list: variables `page` and `limit`, rows and their total number. */
export interface Page {
  readonly kind: "page";
  readonly page: Expression;
  readonly limit: Expression;
  readonly total: Expression;
  readonly rows: Expression;
  readonly transformer: string;
  readonly type: string | null;
}

/** Ends a collector with the input of a row; `type` such as "Prisma.bbs_articlesCreateInput". */
export interface Collect {
  readonly kind: "collect";
  readonly mappings: readonly Mapping[];
  readonly type: string;
}

/** Ends a transformer's `select` with what it needs; `type` such as "Prisma.bbs_articlesFindManyArgs". */
export interface Select {
  readonly kind: "select";
  readonly selections: readonly Selection[];
  readonly type: string;
}

export interface BodyIf {
  readonly kind: "if";
  readonly condition: Expression;
  readonly then: readonly BodyStatement[];
  readonly otherwise: readonly BodyStatement[];
}

/** Does something for each element of a list, one after the other. */
export interface BodyForEach {
  readonly kind: "forEach";
  readonly name: string;
  readonly list: Expression;
  readonly statements: readonly BodyStatement[];
}
