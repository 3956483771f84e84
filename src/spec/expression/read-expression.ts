import { ts } from "ts-morph";
import type { Expression, Statement } from "./expression.js";
import { readAccess } from "./read-access.js";
import { readCollection } from "./read-collection.js";
import { readHelper } from "./read-helper.js";
import { readLeaf } from "./read-leaf.js";
import { readOperator } from "./read-operator.js";
import { readStatement } from "./read-statement.js";
import type { Reader, Spans } from "./reader.js";

const PARTS = [readLeaf, readHelper, readAccess, readCollection, readOperator];

/** Reads syntax as trees; where each node stands is told to `spans`. What has no kind is kept as text. */
export function readerWith(spans: Spans): Reader {
  const placed = <T extends object>(part: T, node: ts.Node): T => {
    spans.set(part, { start: node.getStart(), end: node.end });
    return part;
  };
  const expression = (written: ts.Expression): Expression => {
    const node = withoutParentheses(written);
    for (const part of PARTS) {
      const found = part(node, reader);
      if (found !== null) return placed(found, node);
    }
    return placed({ kind: "raw", code: node.getText() }, node);
  };
  const statement = (node: ts.Statement): Statement =>
    placed(readStatement(node, reader) ?? { kind: "raw", code: node.getText() }, node);
  const reader: Reader = {
    placed,
    expression,
    argument: (node) =>
      ts.isSpreadElement(node)
        ? placed({ kind: "spread", value: expression(node.expression) }, node)
        : expression(node),
    block: (node) => (ts.isBlock(node) ? placed(node.statements.map(statement), node) : [statement(node)]),
  };
  return reader;
}

export function readExpression(node: ts.Expression, spans: Spans = new WeakMap()): Expression {
  return readerWith(spans).expression(node);
}

/** The statements of a block. */
export function readStatements(block: ts.Block, spans: Spans = new WeakMap()): readonly Statement[] {
  return readerWith(spans).block(block);
}

/** The printer puts them where they are needed; only where they end an optional chain, they mean something themselves. */
function withoutParentheses(node: ts.Expression): ts.Expression {
  if (!ts.isParenthesizedExpression(node)) return node;
  const inner = withoutParentheses(node.expression);
  const goesOn =
    ts.isPropertyAccessExpression(node.parent) ||
    ts.isElementAccessExpression(node.parent) ||
    ts.isCallExpression(node.parent) ||
    ts.isNonNullExpression(node.parent);
  return goesOn && ts.isOptionalChain(inner) && node.parent.expression === node ? node : inner;
}
