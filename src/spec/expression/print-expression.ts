import { ts } from "ts-morph";
import type { Expression, Spread, Statement } from "./expression.js";
import { PRINT_ACCESSES } from "./print-access.js";
import { PRINT_COLLECTIONS } from "./print-collection.js";
import { PRINT_HELPERS } from "./print-helper.js";
import { PRINT_LEAVES } from "./print-leaf.js";
import { PRINT_OPERATORS } from "./print-operator.js";
import { PRINT_STATEMENTS } from "./print-statement.js";
import type { Printer, Prints } from "./printer.js";
import { toText } from "./to-text.js";

const EXPRESSIONS: Prints<Expression, ts.Expression> = {
  ...PRINT_LEAVES,
  ...PRINT_OPERATORS,
  ...PRINT_ACCESSES,
  ...PRINT_COLLECTIONS,
  ...PRINT_HELPERS,
};

/** Makes syntax of trees; other trees over expressions print with it, too. */
export const PRINTER: Printer = {
  expression: (node) => printOf(EXPRESSIONS, node),
  argument: (node) =>
    node.kind === "spread"
      ? ts.factory.createSpreadElement(PRINTER.expression(node.value))
      : PRINTER.expression(node),
  statements: (nodes) => nodes.map((each) => printOf(PRINT_STATEMENTS, each)),
};

/** The code of an expression. */
export function printExpression(node: Expression | Spread): string {
  return toText(PRINTER.argument(node));
}

/** The code of statements, a line break between them. */
export function printStatements(nodes: readonly Statement[]): string {
  return PRINTER.statements(nodes).map(toText).join("\n");
}

/** What a table has for a kind; that the kinds of both are the same, the compiler cannot follow. */
function printOf<Node extends { readonly kind: string }, Result>(
  table: Prints<Node, Result>,
  node: Node,
): Result {
  const print = table[node.kind as Node["kind"]] as (node: Node, print: Printer) => Result;
  return print(node, PRINTER);
}
