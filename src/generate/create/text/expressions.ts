import { ts } from "ts-morph";
import { breaks, type Doc, group, isList, LINE, nest, SOFT } from "./doc.js";
import { printArrow } from "./functions.js";
import { braces, callArguments, type Printer } from "./shapes.js";

type Print = Printer<ts.Node>;

/** Lays out an expression; null for one that is printed as it is written. */
export function printExpression(node: ts.Node, print: Print): Doc | null {
  if (ts.isAwaitExpression(node)) return ["await ", print(node.expression)];
  if (ts.isParenthesizedExpression(node)) return ["(", print(node.expression), ")"];
  if (ts.isAsExpression(node)) return [print(node.expression), " as ", print(node.type)];
  if (ts.isSatisfiesExpression(node)) return [print(node.expression), " satisfies ", print(node.type)];
  if (ts.isCallExpression(node)) return [print(node.expression), typeArguments(node), args(node, print)];
  if (ts.isNewExpression(node))
    return ["new ", print(node.expression), typeArguments(node), args(node, print)];
  if (ts.isPropertyAccessExpression(node) && holdsCall(node))
    return [print(node.expression), node.questionDotToken ? "?." : ".", node.name.text];
  if (ts.isObjectLiteralExpression(node)) return printObject(node, print);
  if (ts.isArrayLiteralExpression(node)) return printArray(node, print);
  if (ts.isSpreadAssignment(node) || ts.isSpreadElement(node)) return ["...", print(node.expression)];
  if (ts.isPropertyAssignment(node))
    return assigned([node.name.getText(), ":"], node.initializer, print, false);
  if (ts.isConditionalExpression(node)) return printConditional(node, print);
  if (ts.isBinaryExpression(node)) return printBinary(node, print);
  return null;
}

/** `left = right`: where the right side goes depends on what it is. */
export function assigned(left: Doc, right: ts.Expression, print: Print, declares: boolean): Doc {
  if (declares && ts.isArrowFunction(right)) return group(left, " ", print(right));
  // A short name leaves nothing to be won by a line of its own.
  const short = !declares && isShortKey(left);
  if (short && (ts.isStringLiteral(right) || isRigid(right))) return [left, " ", print(right)];
  if (breaksBefore(right)) return group(left, nest(LINE, print(right)));
  return group(left, { kind: "fluid", inner: print(right) });
}

function isShortKey(left: Doc): boolean {
  const [name] = isList(left) ? left : [];
  return typeof name === "string" && name.length < SHORT_KEY;
}

const SHORT_KEY = 5;

/** Operators in lines of their own read better below what they are assigned to than behind it. */
function breaksBefore(node: ts.Expression): boolean {
  if (ts.isConditionalExpression(node)) return isOperation(node.condition);
  if (ts.isStringLiteral(node) || isRigid(node)) return true;
  return isOperation(node) && !endsInObject(node);
}

/** Calls that have nothing between their parentheses to break. */
function isRigid(node: ts.Expression): boolean {
  let inner = ts.isAwaitExpression(node) ? node.expression : node;
  if (!ts.isCallExpression(inner)) return false;
  for (; ts.isCallExpression(inner) || ts.isPropertyAccessExpression(inner); inner = inner.expression)
    if (ts.isCallExpression(inner) && !inner.arguments.every((each, index) => index === 0 && isShort(each)))
      return false;
  return true;
}

function isShort(node: ts.Expression): boolean {
  return ts.isIdentifier(node) && node.text.length <= 20;
}

function printObject(node: ts.ObjectLiteralExpression, print: Print): Doc {
  return braces(node.properties.map(print), ",", startsLine(node.properties[0]));
}

function printArray(node: ts.ArrayLiteralExpression, print: Print): Doc {
  if (node.elements.length === 0) return "[]";
  const all = node.elements.map(print);
  const objects =
    all.length > 1 &&
    node.elements.every((each) => ts.isObjectLiteralExpression(each) && each.properties.length > 1);
  const inner = all.flatMap((doc, index): readonly Doc[] => (index === 0 ? [doc] : [",", LINE, doc]));
  const docs: readonly Doc[] = ["[", nest(SOFT, inner), { kind: "either", broken: ",", flat: "" }, SOFT, "]"];
  return { kind: "group", inner: docs, broken: objects || inner.some(breaks) };
}

function printConditional(node: ts.ConditionalExpression, print: Print): Doc {
  const { condition, whenTrue, whenFalse } = node;
  const branches = nest(LINE, "? ", nest(print(whenTrue)), LINE, ": ", nest(print(whenFalse)));
  return group(print(condition), branches);
}

function printBinary(node: ts.BinaryExpression, print: Print): Doc {
  const all = operands(node, print);
  if (ts.isIfStatement(node.parent)) return all;
  const assigned = ts.isPropertyAssignment(node.parent) || ts.isVariableDeclaration(node.parent);
  const [first, ...rest] = all;
  return assigned || (endsInObject(node) && all.length === 2)
    ? group(...all)
    : group(first ?? "", nest(...rest));
}

/** `a && b && c` is one list, whatever the tree says. */
function operands(node: ts.BinaryExpression, print: Print): readonly Doc[] {
  const { left, right, operatorToken } = node;
  const same = ts.isBinaryExpression(left) && left.operatorToken.kind === operatorToken.kind;
  const before = same ? operands(left, print) : [print(left)];
  const operator = operatorToken.getText();
  return [...before, [` ${operator}`, endsInObject(node) ? " " : LINE, print(right)]];
}

function endsInObject(node: ts.Expression): boolean {
  return (
    ts.isBinaryExpression(node) &&
    ts.isObjectLiteralExpression(node.right) &&
    node.right.properties.length > 0
  );
}

function isOperation(node: ts.Expression): boolean {
  return ts.isBinaryExpression(node);
}

function args(node: ts.CallExpression | ts.NewExpression, print: Print): Doc {
  const all = node.arguments ?? [];
  const last = all.at(-1);
  const hugs =
    last !== undefined && isOpenEnded(last) && !all.slice(0, -1).some((each) => each.kind === last.kind);
  const docs = all.map(print);
  if (all.length > 1 && all.some(takesFunction)) return callArguments(docs, null, true);
  if (!hugs || last === undefined) return callArguments(docs, null, false);
  return callArguments(
    docs,
    ts.isArrowFunction(last) ? printArrow(last, print, true) : (docs.at(-1) ?? ""),
    false,
  );
}

function takesFunction(node: ts.Expression): boolean {
  return ts.isCallExpression(node) && node.arguments.some((each) => ts.isArrowFunction(each));
}

function isOpenEnded(node: ts.Expression): boolean {
  if (ts.isArrowFunction(node)) return true;
  if (ts.isObjectLiteralExpression(node)) return node.properties.length > 0;
  return ts.isArrayLiteralExpression(node) && node.elements.length > 0;
}

function typeArguments(node: ts.CallExpression | ts.NewExpression): string {
  const types = node.typeArguments;
  return types === undefined ? "" : `<${types.map((type) => type.getText()).join(", ")}>`;
}

/** Names alone are printed as they are written. */
function holdsCall(node: ts.Node): boolean {
  return ts.isCallExpression(node) || (ts.forEachChild(node, holdsCall) ?? false);
}

/** Whoever wrote the first member in a line of its own wanted lines. */
export function startsLine(first: ts.Node | undefined): boolean {
  if (first === undefined) return false;
  const text = first.getSourceFile().text;
  return text.slice(first.getFullStart(), first.getStart()).includes("\n");
}
