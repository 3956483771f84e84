import { ts } from "ts-morph";

/**
 * The statements that look up the row of who calls, only to refuse him if it is not there: what lets him in does so at
 * every request. Null where the row is used for anything else.
 */
export function ownRowCheck(
  use: ts.Expression,
  owner: ts.FunctionDeclaration,
): readonly ts.Statement[] | null {
  const query = queryById(use);
  if (query === null || owner.body === undefined) return null;
  const { statements } = owner.body;
  const at = statements.findIndex((each) => each.pos <= query.pos && query.end <= each.end);
  const statement = statements[at];
  if (statement === undefined) return null;
  if (ts.isExpressionStatement(statement))
    return awaited(statement.expression) === query && /OrThrow$/.test(query.expression.getText())
      ? [statement]
      : null;
  const refusal = statements[at + 1];
  const variable = variableOf(statement, query);
  if (variable === null || refusal === undefined || !onlyRefuses(refusal)) return null;
  return usesOf(variable, owner.body).every(
    (each) =>
      each.parent === variable || (refusal.expression.pos <= each.pos && each.end <= refusal.expression.end),
  )
    ? [statement, refusal]
    : null;
}

/** `prisma.members.findFirst({ where: { id: props.member.id, … } })` around a use of the actor. */
function queryById(use: ts.Expression): ts.CallExpression | null {
  const entry =
    ts.isPropertyAccessExpression(use.parent) && use.parent.name.text === "id" ? use.parent.parent : null;
  if (entry === null || !ts.isPropertyAssignment(entry) || entry.name.getText() !== "id") return null;
  const where = entry.parent.parent;
  if (!ts.isPropertyAssignment(where) || where.name.getText() !== "where") return null;
  const call = where.parent.parent;
  return ts.isCallExpression(call) &&
    /\bprisma\s*\.\s*\w+\s*\.\s*find(First|Unique)(OrThrow)?$/.test(call.expression.getText())
    ? call
    : null;
}

function awaited(node: ts.Expression): ts.Expression {
  return ts.isAwaitExpression(node) ? node.expression : node;
}

function variableOf(statement: ts.Statement, query: ts.CallExpression): ts.VariableDeclaration | null {
  const [only, ...others] = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  if (only?.initializer === undefined || others.length > 0 || !ts.isIdentifier(only.name)) return null;
  return awaited(only.initializer) === query ? only : null;
}

/** An `if` that does nothing but throw. */
export function onlyRefuses(node: ts.Statement): node is ts.IfStatement {
  if (!ts.isIfStatement(node) || node.elseStatement !== undefined) return false;
  const then = ts.isBlock(node.thenStatement) ? node.thenStatement.statements : [node.thenStatement];
  return then.length === 1 && then[0] !== undefined && ts.isThrowStatement(then[0]);
}

function usesOf(variable: ts.VariableDeclaration, body: ts.Node): readonly ts.Identifier[] {
  const found: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === variable.name.getText()) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(body);
  return found;
}
