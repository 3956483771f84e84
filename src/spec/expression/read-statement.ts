import { ts } from "ts-morph";
import type { Loop, Statement, Try } from "./expression.js";
import { readVariable } from "./read-variable.js";
import { readApiCall } from "./read-api-call.js";
import type { Reader } from "./reader.js";

/** A statement by its kind; null for what is none of them. */
export function readStatement(node: ts.Statement, read: Reader): Statement | null {
  if (ts.isVariableStatement(node) || ts.isExpressionStatement(node)) {
    const called = readApiCall(node, read);
    if (called !== null) return called;
  }
  if (ts.isVariableStatement(node))
    return node.modifiers === undefined ? readVariable(node.declarationList, read) : null;
  if (ts.isExpressionStatement(node)) return { kind: "expression", value: read.expression(node.expression) };
  if (ts.isIfStatement(node))
    return {
      kind: "if",
      condition: read.expression(node.expression),
      then: readBlock(node.thenStatement, read),
      otherwise: node.elseStatement === undefined ? [] : readBlock(node.elseStatement, read),
    };
  if (ts.isReturnStatement(node))
    return { kind: "return", value: node.expression === undefined ? null : read.expression(node.expression) };
  if (ts.isThrowStatement(node)) return { kind: "throw", value: read.expression(node.expression) };
  return readRepeated(node, read) ?? readTry(node, read);
}

/** The statements of a block, or the one that stands in place of a block. */
export function readBlock(node: ts.Statement, read: Reader): readonly Statement[] {
  return read.statements(ts.isBlock(node) ? node.statements : [node]);
}

function readRepeated(node: ts.Statement, read: Reader): Statement | null {
  if (ts.isBreakStatement(node)) return node.label === undefined ? { kind: "break" } : null;
  if (ts.isContinueStatement(node)) return node.label === undefined ? { kind: "continue" } : null;
  if (ts.isWhileStatement(node))
    return {
      kind: "while",
      condition: read.expression(node.expression),
      statements: readBlock(node.statement, read),
    };
  if (ts.isForStatement(node)) return readLoop(node, read);
  if (!ts.isForOfStatement(node) || node.awaitModifier !== undefined) return null;
  if (!ts.isVariableDeclarationList(node.initializer)) return null;
  const [declared] = node.initializer.declarations;
  const isConstant = (node.initializer.flags & ts.NodeFlags.Const) !== 0;
  if (declared === undefined || !ts.isIdentifier(declared.name) || !isConstant) return null;
  const list = read.expression(node.expression);
  return { kind: "forOf", name: declared.name.text, list, statements: readBlock(node.statement, read) };
}

function readLoop(node: ts.ForStatement, read: Reader): Loop | null {
  const { initializer, condition, incrementor } = node;
  if (initializer === undefined || condition === undefined || incrementor === undefined) return null;
  if (!ts.isVariableDeclarationList(initializer)) return null;
  const first = readVariable(initializer, read);
  if (first?.kind !== "let" || first.constant || first.value === null) return null;
  return {
    kind: "loop",
    name: first.name,
    type: first.type,
    start: first.value,
    condition: read.expression(condition),
    step: read.expression(incrementor),
    statements: readBlock(node.statement, read),
  };
}

function readTry(node: ts.Statement, read: Reader): Try | null {
  if (!ts.isTryStatement(node)) return null;
  const { tryBlock, catchClause, finallyBlock } = node;
  const error = catchClause?.variableDeclaration;
  if (error !== undefined && (!ts.isIdentifier(error.name) || error.type !== undefined)) return null;
  return {
    kind: "try",
    statements: read.statements(tryBlock.statements),
    error: error?.name.getText() ?? null,
    rescue: catchClause === undefined ? null : read.statements(catchClause.block.statements),
    finally: finallyBlock === undefined ? null : read.statements(finallyBlock.statements),
  };
}
