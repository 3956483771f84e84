import { ts } from "ts-morph";
import type { Splice } from "../../source/edit.js";

/** `if (a) { dead } else { kept }` becomes `if (!a) { kept }`. */
export function invert(file: ts.SourceFile, branch: ts.IfStatement, replaced: boolean): readonly Splice[] {
  const kept = branch.elseStatement;
  if (kept === undefined) return [];
  return [
    ...negate(file, branch.expression, replaced),
    { start: branch.thenStatement.getStart(file), end: kept.getStart(file), text: "" },
  ];
}

/** The shortest way to say that a condition does not hold. */
function negate(file: ts.SourceFile, condition: ts.Expression, replaced: boolean): readonly Splice[] {
  const start = condition.getStart(file);
  if (!replaced) {
    if (ts.isPrefixUnaryExpression(condition) && condition.operator === ts.SyntaxKind.ExclamationToken) {
      return [{ start, end: condition.operand.getStart(file), text: "" }];
    }
    if (ts.isBinaryExpression(condition)) {
      const { operatorToken } = condition;
      const opposite = OPPOSITES.get(operatorToken.getText(file));
      if (opposite !== undefined)
        return [{ start: operatorToken.getStart(file), end: operatorToken.end, text: opposite }];
    }
    if (ts.isLeftHandSideExpression(condition)) return [{ start, end: start, text: "!" }];
  }
  return [
    { start, end: start, text: "!(" },
    { start: condition.end, end: condition.end, text: ")" },
  ];
}

/** Not `<` and `>=`: of two values that cannot be compared both say no. */
const OPPOSITES: ReadonlyMap<string, string> = new Map([
  ["===", "!=="],
  ["!==", "==="],
  ["==", "!="],
  ["!=", "=="],
]);
