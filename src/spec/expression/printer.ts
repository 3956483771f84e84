import type { ts } from "ts-morph";
import type { Expression, Spread, Statement } from "./expression.js";

/** Makes nodes of the compiler's syntax; what each kind needs for those inside of it. */
export interface Printer {
  readonly expression: (node: Expression) => ts.Expression;
  readonly argument: (node: Expression | Spread) => ts.Expression;
  readonly statements: (nodes: readonly Statement[]) => readonly ts.Statement[];
}

/** How each of some kinds is printed; a kind that is forgotten does not compile. */
export type Prints<Node extends { readonly kind: string }, Result> = {
  readonly [Kind in Node["kind"]]: (node: Extract<Node, { readonly kind: Kind }>, print: Printer) => Result;
};
