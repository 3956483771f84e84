import { ts } from "ts-morph";
import type { Span } from "../../src/source/edit.js";
import type { Backend } from "../../src/source/backend.js";
import { type ArtefactKind, classify } from "../../src/source/layout.js";
import { lineOf } from "../../src/source/node-span.js";
import { createSource } from "../../src/source/parse-typescript.js";
import { printBody } from "../../src/spec/body/print-body.js";
import { readBody } from "../../src/spec/body/read-body.js";
import { writtenFunctions } from "../../src/spec/body/written-functions.js";
import type { Raw } from "../../src/spec/expression/leaf.js";
import { parseBlock } from "../../src/spec/expression/parse-block.js";
import { printExpression } from "../../src/spec/expression/print-expression.js";
import { readExpression } from "../../src/spec/expression/read-expression.js";
import type { Reading } from "./reading.js";

/** Statements of collectors, transformers and operations. */
export function readWholeBodies(backend: Backend): Reading {
  return readFunctions(backend, new Set(["collector", "transformer", "operation"]));
}

/** Statements of tests and of the helpers that they share. */
export function readWholeTests(backend: Backend): Reading {
  return readFunctions(backend, new Set(["test", "helper"]));
}

function readFunctions(backend: Backend, kinds: ReadonlySet<ArtefactKind>): Reading {
  const files = [...backend.files.values()].filter(
    ({ path }) => kinds.has(classify(path)) && path.endsWith(".ts"),
  );
  const readings = files.flatMap(({ path, text }) => {
    const source = createSource(path, text ?? "");
    return writtenFunctions(source.statements).map(({ body }) => readFunction(body));
  });
  return {
    members: readings.reduce((sum, { members }) => sum + members, 0),
    held: readings.reduce((sum, { held }) => sum + held, 0),
    unread: readings.flatMap(({ unread }) => unread),
    differences: readings.flatMap(({ differences }) => differences),
  };
}

function readFunction(body: ts.Block | ts.Expression): Reading {
  const nodes = statementsIn(body);
  const raws = rawsOf(body);
  const lost = nodes.filter((node) =>
    raws.some(({ span }) => contains(span, spanOf(node)) || closest(nodes, span) === node),
  );
  const path = body.getSourceFile().fileName;
  return {
    members: nodes.length,
    held: nodes.length - lost.length,
    unread: raws.map(({ code }) => `${path}:${lineOf(body)}: ${code}`),
    differences: isSameAgain(body) ? [] : [`${path}:${lineOf(body)}`],
  };
}

function statementsIn(body: ts.Node): readonly ts.Statement[] {
  const found: ts.Statement[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStatement(node) && !ts.isBlock(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(body);
  return found;
}

/** What no kind says, with its place. */
function rawsOf(body: ts.Block | ts.Expression): readonly { code: string; span: Span }[] {
  const found: { code: string; span: Span }[] = [];
  const spans = new (class extends WeakMap<object, Span> {
    override set(node: object, span: Span): this {
      if (isRaw(node)) found.push({ code: node.code, span });
      return super.set(node, span);
    }
  })();
  if (ts.isBlock(body)) readBody(body, spans);
  else readExpression(body, spans);
  return found;
}

function isRaw(node: object): node is Raw {
  return "kind" in node && node.kind === "raw";
}

/** Whether the code that is printed of the tree alone is read as that tree. */
function isSameAgain(body: ts.Block | ts.Expression): boolean {
  const [tree, code] = ts.isBlock(body) ? bodyOf(body) : expressionOf(body);
  const block = parseBlock(`{ ${code} }`);
  if (block === null) return false;
  const [again] = ts.isBlock(body) ? bodyOf(block) : expressionOf(returnedOf(block));
  return JSON.stringify(again) === JSON.stringify(tree);
}

function bodyOf(block: ts.Block): [tree: unknown, code: string] {
  const tree = readBody(block);
  return [tree, printBody(tree)];
}

function expressionOf(node: ts.Expression): [tree: unknown, code: string] {
  const tree = readExpression(node);
  return [tree, `return ${printExpression(tree)};`];
}

function returnedOf({ statements: [only] }: ts.Block): ts.Expression {
  if (only === undefined || !ts.isReturnStatement(only) || only.expression === undefined)
    throw new Error("It returns nothing");
  return only.expression;
}

function spanOf(node: ts.Node): Span {
  return { start: node.getStart(), end: node.end };
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The innermost of the nodes, which are in the order of their text. */
function closest(nodes: readonly ts.Statement[], span: Span): ts.Statement | undefined {
  return nodes.findLast((node) => contains(spanOf(node), span));
}
