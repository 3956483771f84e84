import { ts } from "ts-morph";
import type { Expression, Member, Spread, Statement } from "./expression.js";
import { PRINT_ACCESSES } from "./print-access.js";
import { PRINT_COLLECTIONS, printMember } from "./print-collection.js";
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

/** The code of an expression; all lines but the first begin with the indent. */
export function printExpression(node: Expression | Spread, indent = ""): string {
  return toText(PRINTER.argument(node), indent);
}

/** The code of one member of an object, without its comma. */
export function printObjectMember(node: Member, indent = ""): string {
  return toText(printMember(node, PRINTER), indent);
}

/** The code of statements, in lines of their own; all but the first begin with the indent. */
export function printStatements(nodes: readonly Statement[], indent = ""): string {
  return PRINTER.statements(nodes)
    .map((each) => toText(each, indent))
    .join(`\n${indent}`);
}

/** What a table has for a kind; that the kinds of both are the same, the compiler cannot follow. */
function printOf<Node extends { readonly kind: string }, Result>(
  table: Prints<Node, Result>,
  node: Node,
): Result {
  const print = table[node.kind as Node["kind"]] as (node: Node, print: Printer) => Result;
  return print(node, PRINTER);
}
