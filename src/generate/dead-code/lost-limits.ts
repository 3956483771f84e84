import { ts } from "ts-morph";
import type { Notice } from "../notice.js";
import type { Deadness } from "./deadness.js";
import { endsInThrow, weighs } from "./on-constant.js";

/**
 * Limits in operations that stay, which counted rows that go: "five failed attempts lock the account". Nothing is left to
 * count, so nothing can be checked; whoever relied on it has to know.
 */
export function lostLimits(state: Deadness): readonly Notice[] {
  return [...state.removed].flatMap((node) => {
    if (!ts.isIfStatement(node) || !endsInThrow(node.thenStatement)) return [];
    const file = node.getSourceFile();
    const path = state.program.pathOf(file) ?? "";
    if (!path.startsWith("src/") || state.deletedFiles.has(path) || isInsideOfMore(state, node)) return [];
    if (!weighs(node.expression) || !hasLimit(node.expression) || isAboutInput(node.expression)) return [];
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
    return [{ kind: "lost-limit", path, line, text: node.getText(file) }];
  });
}

function isInsideOfMore(state: Deadness, node: ts.Node): boolean {
  return !ts.isSourceFile(node.parent) && state.isGone(node.parent);
}

/** Being there at all is no limit: that is asked for with zero or one. */
function hasLimit(condition: ts.Node): boolean {
  const isLimit =
    ts.isBinaryExpression(condition) &&
    /^[<>]=?$/.test(condition.operatorToken.getText()) &&
    [condition.left, condition.right].every((side) => !/^[01]$/.test(side.getText()));
  return isLimit || ts.forEachChild(condition, (child) => hasLimit(child) || undefined) === true;
}

/** How much a request brings along is no matter once it brings nothing. */
function isAboutInput(condition: ts.Node): boolean {
  return /\b(body|input|props)\b/.test(condition.getText());
}
