import { ts } from "ts-morph";
import type { ApiCall, If, Let, Loop, Statement, Try, Unpack } from "./expression.js";
import type { Printer, Prints } from "./printer.js";
import { toText } from "./to-text.js";
import { verbatimStatement, verbatimType } from "./verbatim.js";

const { factory } = ts;

export const PRINT_STATEMENTS: Prints<Statement, ts.Statement> = {
  let: (node, print) => printLet(node, print),
  unpack: (node, print) => printUnpack(node, print),
  apiCall: (node, print) => printApiCall(node, print),
  expression: ({ value }, print) => factory.createExpressionStatement(print.expression(value)),
  if: (node, print) => printIf(node, print),
  return: ({ value }, print) =>
    factory.createReturnStatement(value === null ? undefined : print.expression(value)),
  throw: ({ value }, print) => factory.createThrowStatement(print.expression(value)),
  forOf: ({ name, list, statements }, print) =>
    factory.createForOfStatement(
      undefined,
      variables(true, [factory.createVariableDeclaration(name)]),
      print.expression(list),
      block(print.statements(statements)),
    ),
  loop: (node, print) => printLoop(node, print),
  while: ({ condition, statements }, print) =>
    factory.createWhileStatement(print.expression(condition), block(print.statements(statements))),
  try: (node, print) => printTry(node, print),
  break: () => factory.createBreakStatement(),
  continue: () => factory.createContinueStatement(),
  raw: ({ code }) => verbatimStatement(code),
};

function printLet({ constant, name, type, value }: Let, print: Printer): ts.Statement {
  const declared = factory.createVariableDeclaration(
    name,
    undefined,
    type === null ? undefined : verbatimType(type),
    value === null ? undefined : print.expression(value),
  );
  return factory.createVariableStatement(undefined, variables(constant, [declared]));
}

function printUnpack({ from, names, value }: Unpack, print: Printer): ts.Statement {
  const elements = names.map(({ name, property }) =>
    factory.createBindingElement(undefined, from === "object" ? (property ?? undefined) : undefined, name),
  );
  const pattern =
    from === "object"
      ? factory.createObjectBindingPattern(elements)
      : factory.createArrayBindingPattern(elements);
  const declared = factory.createVariableDeclaration(pattern, undefined, undefined, print.expression(value));
  return factory.createVariableStatement(undefined, variables(true, [declared]));
}

function printApiCall({ result, type, accessor, connection, props }: ApiCall, print: Printer): ts.Statement {
  const callee = ["api", "functional", ...accessor.split(".")]
    .map((name): ts.Expression => factory.createIdentifier(name))
    .reduce((owner, name) => factory.createPropertyAccessExpression(owner, name as ts.Identifier));
  const args = [connection, ...(props === null ? [] : [props])].map(print.expression);
  const value = factory.createAwaitExpression(factory.createCallExpression(callee, undefined, args));
  if (result === null) return factory.createExpressionStatement(value);
  const declared = factory.createVariableDeclaration(
    result,
    undefined,
    type === null ? undefined : verbatimType(type),
    value,
  );
  return factory.createVariableStatement(undefined, variables(true, [declared]));
}

function printIf({ condition, then, otherwise }: If, print: Printer): ts.Statement {
  const [only, ...others] = otherwise;
  const chained = only?.kind === "if" && others.length === 0;
  const elseBlock = otherwise.length === 0 ? undefined : block(print.statements(otherwise));
  return factory.createIfStatement(
    print.expression(condition),
    block(print.statements(then)),
    chained ? printIf(only, print) : elseBlock,
  );
}

function printLoop({ name, type, start, condition, step, statements }: Loop, print: Printer): ts.Statement {
  const first = print.expression(start);
  // In this place, `in` outside of parentheses would make it a loop over keys.
  const value = /\bin\b/.test(toText(first)) ? factory.createParenthesizedExpression(first) : first;
  const kind = type === null ? undefined : verbatimType(type);
  return factory.createForStatement(
    variables(false, [factory.createVariableDeclaration(name, undefined, kind, value)]),
    print.expression(condition),
    print.expression(step),
    block(print.statements(statements)),
  );
}

function printTry(node: Try, print: Printer): ts.Statement {
  const { statements, error, rescue, finally: last } = node;
  const caught =
    rescue === null
      ? undefined
      : factory.createCatchClause(error ?? undefined, block(print.statements(rescue)));
  // Code that neither catches nor finishes does not parse, so what was left out is empty.
  const finished =
    last === null ? (caught === undefined ? block([]) : undefined) : block(print.statements(last));
  return factory.createTryStatement(block(print.statements(statements)), caught, finished);
}

function block(statements: readonly ts.Statement[]): ts.Block {
  return factory.createBlock(statements, true);
}

function variables(
  constant: boolean,
  declared: readonly ts.VariableDeclaration[],
): ts.VariableDeclarationList {
  return factory.createVariableDeclarationList(declared, constant ? ts.NodeFlags.Const : ts.NodeFlags.Let);
}
