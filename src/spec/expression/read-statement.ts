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
      then: read.block(node.thenStatement),
      otherwise: node.elseStatement === undefined ? [] : read.block(node.elseStatement),
    };
  if (ts.isReturnStatement(node))
    return { kind: "return", value: node.expression === undefined ? null : read.expression(node.expression) };
  if (ts.isThrowStatement(node)) return { kind: "throw", value: read.expression(node.expression) };
  return readRepeated(node, read) ?? readTry(node, read);
}

function readRepeated(node: ts.Statement, read: Reader): Statement | null {
  if (ts.isBreakStatement(node)) return node.label === undefined ? { kind: "break" } : null;
  if (ts.isContinueStatement(node)) return node.label === undefined ? { kind: "continue" } : null;
  if (ts.isWhileStatement(node))
    return {
      kind: "while",
      condition: read.expression(node.expression),
      statements: read.block(node.statement),
    };
  if (ts.isForStatement(node)) return readLoop(node, read);
  if (!ts.isForOfStatement(node) || node.awaitModifier !== undefined) return null;
  if (!ts.isVariableDeclarationList(node.initializer)) return null;
  const [declared] = node.initializer.declarations;
  const isConstant = (node.initializer.flags & ts.NodeFlags.Const) !== 0;
  if (declared === undefined || !ts.isIdentifier(declared.name) || !isConstant) return null;
  const list = read.expression(node.expression);
  return { kind: "forOf", name: declared.name.text, list, statements: read.block(node.statement) };
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
    statements: read.block(node.statement),
  };
}

function readTry(node: ts.Statement, read: Reader): Try | null {
  if (!ts.isTryStatement(node)) return null;
  const { tryBlock, catchClause, finallyBlock } = node;
  const error = catchClause?.variableDeclaration;
  if (error !== undefined && (!ts.isIdentifier(error.name) || error.type !== undefined)) return null;
  return {
    kind: "try",
    statements: read.block(tryBlock),
    error: error?.name.getText() ?? null,
    rescue: catchClause === undefined ? null : read.block(catchClause.block),
    finally: finallyBlock === undefined ? null : read.block(finallyBlock),
  };
}
