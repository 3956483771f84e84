import type { ts } from "ts-morph";
import type { Span } from "../../source/edit.js";
import type { Expression, Spread, Statement } from "./expression.js";

/** Where nodes of a tree stand in the text that they were read from. The trees themselves say nothing of it. */
export type Spans = WeakMap<object, Span>;

/** Reads what stands inside of a node. */
export interface Reader {
  readonly expression: (node: ts.Expression) => Expression;
  readonly argument: (node: ts.Expression) => Expression | Spread;
  /** The statements of a block, which is told to the places, or the one that stands in place of a block. */
  readonly block: (node: ts.Statement) => readonly Statement[];
  /** Remembers the place of a part; that of a list is what stands around it, brackets included. */
  readonly placed: <T extends object>(part: T, node: ts.Node) => T;
}
