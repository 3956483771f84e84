import { ts } from "ts-morph";

/** A call of an operation in a test. */
export interface Call {
  readonly node: ts.CallExpression;
  /** The argument that says who calls, and its name. */
  readonly argument: ts.Expression;
  readonly connection: string;
  /** The check that the call is refused, if it stands in one. */
  readonly refusal: Refusal | null;
}

export interface Refusal {
  readonly statement: ts.Statement;
  /** The statuses that it expects; empty where it expects any error. */
  readonly statuses: readonly number[];
  /** Whether it says which. */
  readonly sure: boolean;
}

/** The calls of an SDK function inside a test, in order. */
export function callsOf(owner: ts.FunctionDeclaration, accessor: string): readonly Call[] {
  const calls: Call[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText().replace(/\s+/g, "") === accessor) {
      const [argument] = node.arguments;
      if (argument !== undefined)
        calls.push({ node, argument, connection: argument.getText(), refusal: refusalAround(node, owner) });
    }
    ts.forEachChild(node, visit);
  };
  visit(owner);
  return calls;
}

/** `TestValidator.error(…)` or `TestValidator.httpError(…, 404, …)` around a node. */
function refusalAround(node: ts.Node, owner: ts.Node): Refusal | null {
  for (let at: ts.Node = node; at !== owner; at = at.parent) {
    if (!ts.isCallExpression(at) || !/^TestValidator\.(error|httpError)$/.test(at.expression.getText()))
      continue;
    let statement: ts.Node = at;
    while (!ts.isStatement(statement)) statement = statement.parent;
    const statuses = at.arguments.flatMap((each) => numbersIn(each));
    return { statement, statuses, sure: statuses.length > 0 };
  }
  return null;
}

function numbersIn(node: ts.Expression): readonly number[] {
  if (ts.isNumericLiteral(node)) return [Number(node.text)];
  return ts.isArrayLiteralExpression(node) ? node.elements.flatMap(numbersIn) : [];
}
