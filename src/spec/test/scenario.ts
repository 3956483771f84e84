import type { Expression, MaybeExpression, Statement } from "../expression/expression.js";

/** A test: what has to be there, what is done, and what has to hold then. */
export interface Scenario {
  /** Such as "test_api_article_like_create". */
  readonly name: string;
  /** One or two sentences on what is shown. */
  readonly doc: string;
  readonly arrange: readonly TestStatement[];
  readonly act: readonly TestStatement[];
  readonly assert: readonly TestStatement[];
}

/** One step of a test. */
export type TestStatement = Connection | HelperCall | Statement;

/** A connection of its own for another actor: `const name: api.IConnection = { host: connection.host }`. */
export interface Connection {
  readonly kind: "connection";
  readonly name: string;
  /** The connection whose host it shares, mostly "connection". */
  readonly like: string;
}

/** `const result = await helper(connection, props)`: a helper of the tests joins, logs in or makes something. */
export interface HelperCall {
  readonly kind: "helper";
  /** The variable that holds what it returns; null if nobody needs it. */
  readonly result: string | null;
  readonly type: string | null;
  readonly helper: string;
  readonly connection: Expression;
  /** What the helper takes besides; null for nothing. */
  readonly props: MaybeExpression;
}
