import { ts } from "ts-morph";
import { Declarations } from "./declarations.js";
import type { OutsideWord } from "./leads-outside.js";

const ADVICE =
  "Every call goes to the host that the test was given: pass `connection`, or a connection that is like it.";

/** A test asks nobody but the backend: `api` and the helpers that connect are called with connections to its host alone. */
export function asksOthers(source: ts.SourceFile, connecting: readonly string[]): readonly OutsideWord[] {
  const declarations = new Declarations(source);
  const isConnection = (node: ts.Expression | undefined): boolean =>
    node !== undefined &&
    ts.isIdentifier(node) &&
    declarations.of(node).length > 0 &&
    declarations.of(node).every((each) => isOfTest(each) || isLikeAnother(each));
  const isLikeAnother = (node: ts.Declaration): boolean =>
    ts.isVariableDeclaration(node) &&
    node.type !== undefined &&
    node.initializer !== undefined &&
    ts.isObjectLiteralExpression(node.initializer) &&
    node.initializer.properties.every((each) => keepsHost(each, isConnection));
  const found: OutsideWord[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    const asks = ts.isIdentifier(node) && isFree(node) && ["api", ...connecting].includes(node.text);
    const isWrong = asks ? !isConnection(argumentOf(node)) : givesHost(node, isConnection);
    if (isWrong)
      found.push({
        start: node.getStart(source),
        found: node.parent.getText(source).slice(0, 80),
        advice: ADVICE,
      });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

type IsConnection = (node: ts.Expression | undefined) => boolean;

/** What a test is given. */
function isOfTest(node: ts.Declaration): boolean {
  return ts.isParameter(node) && ts.isFunctionDeclaration(node.parent);
}

/** `...connection`, `host: connection.host`, and headers of any kind. */
function keepsHost(node: ts.ObjectLiteralElementLike, isConnection: IsConnection): boolean {
  if (ts.isSpreadAssignment(node)) return isConnection(node.expression);
  if (!ts.isPropertyAssignment(node) || !ts.isIdentifier(node.name)) return false;
  const { name, initializer } = node;
  const isSame =
    ts.isPropertyAccessExpression(initializer) &&
    initializer.name.text === "host" &&
    isConnection(initializer.expression);
  return name.text === "headers" || (name.text === "host" && isSame);
}

/** A connection that gets another host, or is handed to what may give it one. */
function givesHost(node: ts.Node, isConnection: IsConnection): boolean {
  if (!ts.isIdentifier(node) || !isFree(node) || !isConnection(node)) return false;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return isGiven(parent);
  if (ts.isCallExpression(parent)) return parent.arguments[0] !== node || isOfLanguage(parent.expression);
  return !ts.isSpreadAssignment(parent);
}

function isGiven(node: ts.Expression): boolean {
  const { parent } = node;
  return (
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
    parent.operatorToken.kind <= ts.SyntaxKind.LastAssignment
  );
}

/** `Object.assign` and its like. */
function isOfLanguage(callee: ts.Expression): boolean {
  return /^(?:Object|Array|JSON|Promise|Map|Set)\b/.test(callee.getText());
}

/** The first argument of the call that a name, or a chain that begins with it, is the callee of. */
function argumentOf(node: ts.Identifier): ts.Expression | undefined {
  let callee: ts.Expression = node;
  while (ts.isPropertyAccessExpression(callee.parent) && callee.parent.expression === callee)
    callee = callee.parent;
  const { parent } = callee;
  return ts.isCallExpression(parent) && parent.expression === callee ? parent.arguments[0] : undefined;
}

/** Whether it stands for something by itself, and declares nothing. */
function isFree(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name !== node;
  const declares =
    ts.isParameter(parent) || ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent);
  return !declares || parent.name !== node;
}
