import { ts } from "ts-morph";

/** The text of a value that reads a column which may be empty from now on; null where it is right as it is. */
export function emptiableValue(value: ts.Expression, column: string): string | null {
  const read = readOf(value, column);
  if (read === null || isEmptiable(value)) return null;
  const row = read.getText();
  const bare = unwrap(value);
  if (bare === read || isAssertion(bare)) {
    if (!ts.isAsExpression(value)) return null;
    const type = value.type.getText();
    return `${value.expression.getText()} as ${/[&]/.test(type) ? `(${type})` : type} | null`;
  }
  return `${row} ? ${value.getText()} : null`;
}

/** The text of a value that guards against a column being empty, which it is no more; null where it does not. */
export function presentValue(value: ts.Expression): string | null {
  if (ts.isParenthesizedExpression(value)) return presentValue(value.expression);
  if (ts.isConditionalExpression(value)) {
    if (isNothing(value.whenFalse)) return value.whenTrue.getText();
    return isNothing(value.whenTrue) ? value.whenFalse.getText() : null;
  }
  if (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
    return isNothing(value.right) ? value.left.getText() : null;
  if (ts.isAsExpression(value)) {
    const type = value.type.getText().replace(/\s*\|\s*(null|undefined)\b|\b(null|undefined)\s*\|\s*/g, "");
    return type === value.type.getText() ? null : `${value.expression.getText()} as ${type}`;
  }
  return null;
}

/** Whether a value is one of several already, by what is there: `row.title ? … : null`. */
function isEmptiable(value: ts.Expression): boolean {
  return ts.isConditionalExpression(value) || ts.isBinaryExpression(value);
}

/** `typia.assert<IX["state"]>(row.state)` follows the DTO's type. */
function isAssertion(value: ts.Expression): boolean {
  return ts.isCallExpression(value) && /^typia\.assert/.test(value.expression.getText());
}

function isNothing(value: ts.Expression): boolean {
  return value.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(value) && value.text === "undefined");
}

function unwrap(value: ts.Expression): ts.Expression {
  return ts.isAsExpression(value) || ts.isParenthesizedExpression(value) ? unwrap(value.expression) : value;
}

/** The place in a value that reads the column: `row.due_at` in `toISOStringSafe(row.due_at)`. */
function readOf(value: ts.Expression, column: string): ts.PropertyAccessExpression | null {
  let found: ts.PropertyAccessExpression | null = null;
  const visit = (node: ts.Node): void => {
    if (found !== null || ts.isFunctionLike(node)) return;
    if (ts.isPropertyAccessExpression(node) && node.name.text === column) found = node;
    else ts.forEachChild(node, visit);
  };
  visit(value);
  return found;
}
