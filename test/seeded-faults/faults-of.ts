import { ts } from "ts-morph";
import type { Splice } from "../../src/source/edit.js";
import type { BackendFile } from "../../src/source/backend.js";
import { parseTypescript } from "../../src/source/parse-typescript.js";

/** One thing done wrong on purpose in the code of an operation. */
export interface Fault {
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly what: string;
  readonly splice: Splice;
}

/** Every fault that can be put into a file: guards, conditions, orders, pages and writes that are lost or turned round. */
export function faultsOf(file: BackendFile): readonly Fault[] {
  const { path } = file;
  const source = parseTypescript(file);
  const faults: Fault[] = [];
  const add = (node: ts.Node, what: string, put: string): void => {
    const start = node.getStart(source);
    const line = source.getLineAndCharacterOfPosition(start).line + 1;
    faults.push({ path, line, what, splice: { start, end: node.end, text: put } });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isIfStatement(node) && throws(node.thenStatement)) {
      add(node, "a guard is missing", "");
      add(node.expression, "a guard is turned round", `!(${node.expression.getText(source)})`);
    }
    if (ts.isExpressionStatement(node) && isWrite(node.expression)) add(node, "a write is missing", "");
    if (ts.isPropertyAssignment(node)) inProperty(node, node.name.getText(source), add);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

type Add = (node: ts.Node, what: string, put: string) => void;

function inProperty({ initializer }: ts.PropertyAssignment, name: string, add: Add): void {
  if (name === "skip") add(initializer, "every page is the first one", "0");
  if (name === "take") add(initializer, "pages have no end", "1000000");
  if (ts.isStringLiteral(initializer) && (initializer.text === "asc" || initializer.text === "desc"))
    add(initializer, "an order is turned round", initializer.text === "asc" ? '"desc"' : '"asc"');
  if (!ts.isObjectLiteralExpression(initializer)) return;
  for (const each of initializer.properties) {
    if (name === "where") add(each, "a condition is missing", "...{}");
    if (name === "data") add(each, "a value is not written", "...{}");
  }
}

function throws(statement: ts.Statement): boolean {
  const [first] = ts.isBlock(statement) ? statement.statements : [statement];
  return first !== undefined && ts.isThrowStatement(first);
}

function isWrite(expression: ts.Expression): boolean {
  const call = ts.isAwaitExpression(expression) ? expression.expression : expression;
  return (
    ts.isCallExpression(call) &&
    ts.isPropertyAccessExpression(call.expression) &&
    /^(create|update|delete|upsert)(Many)?$/.test(call.expression.name.text)
  );
}
