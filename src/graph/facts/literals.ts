import { ts } from "ts-morph";
import { HOW } from "./file-facts.js";
import { CREATING_WORDS } from "./prisma-words.js";

/** The text of a key; null of a computed one. */
export function keyText(name: ts.PropertyName): string | null {
  if (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) return name.text;
  return ts.isComputedPropertyName(name) && ts.isStringLiteralLike(name.expression)
    ? name.expression.text
    : null;
}

/** The expression below `(…)`, `…!` and `await …`. */
export function unwrap(node: ts.Expression): ts.Expression {
  let at = node;
  while (ts.isParenthesizedExpression(at) || ts.isNonNullExpression(at) || ts.isAwaitExpression(at))
    at = at.expression;
  return at;
}

/** The object literals a value may be. */
export function objectsOf(node: ts.Expression): readonly ts.ObjectLiteralExpression[] {
  if (ts.isObjectLiteralExpression(node)) return [node];
  if (ts.isConditionalExpression(node)) return [...objectsOf(node.whenTrue), ...objectsOf(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return objectsOf(node.right);
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    return objectsOf(node.expression);
  return [];
}

/** `{ body: { … } }`: an object that is more than a bundle of variables. */
export function hasNestedObject(node: ts.Expression): boolean {
  return objectsOf(node).some(({ properties }) =>
    properties.some((each) => ts.isPropertyAssignment(each) && objectsOf(each.initializer).length > 0),
  );
}

/** A string counts where the compiler takes it for a key, and is a mere mention in other lists and types. */
export function stringHow(node: ts.StringLiteralLike): number {
  if (!/^\w+$/.test(node.text)) return 0;
  if (isKeyString(node)) return HOW.reads;
  return ts.isLiteralTypeNode(node.parent) || ts.isArrayLiteralExpression(node.parent) ? HOW.mentions : 0;
}

/** `IX["title"]`, `row["title"]`, `Pick<IX, "title">`, `by: ["title"]`, `["title"] as const`. */
function isKeyString(node: ts.StringLiteralLike): boolean {
  let parent: ts.Node = node.parent;
  if (ts.isElementAccessExpression(parent)) return true;
  if (ts.isArrayLiteralExpression(parent)) {
    const owner = parent.parent;
    if (ts.isAsExpression(owner)) return true;
    return ts.isPropertyAssignment(owner) && /^(?:by|distinct)$/.test(keyText(owner.name) ?? "");
  }
  if (!ts.isLiteralTypeNode(parent)) return false;
  while (ts.isLiteralTypeNode(parent) || ts.isUnionTypeNode(parent)) parent = parent.parent;
  return ts.isIndexedAccessTypeNode(parent) || ts.isTypeReferenceNode(parent);
}

/** Names of `a.b.c(…)`; "" stands for a start that is no name. */
export function callChain(node: ts.CallExpression): readonly string[] | null {
  const chain: string[] = [];
  let at: ts.Expression = node.expression;
  for (;;) {
    if (ts.isPropertyAccessExpression(at)) {
      chain.unshift(at.name.text);
      at = at.expression;
    } else if (ts.isNonNullExpression(at) || ts.isParenthesizedExpression(at)) at = at.expression;
    else break;
  }
  if (ts.isIdentifier(at)) return [at.text, ...chain];
  return chain.length === 0 ? null : ["", ...chain];
}

export function isCallback(node: ts.Expression): node is ts.ArrowFunction | ts.FunctionExpression {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}

export function receiverOf(node: ts.CallExpression): ts.Expression | undefined {
  return ts.isPropertyAccessExpression(node.expression) ? node.expression.expression : undefined;
}

/** The promises of `await Promise.all([…])`. */
export function promisesOf(node: ts.Expression | undefined): readonly ts.Expression[] | null {
  if (node === undefined) return null;
  const call = ts.isAwaitExpression(node) ? node.expression : node;
  if (!ts.isCallExpression(call) || !isPromiseAll(call)) return null;
  const list = call.arguments[0];
  return list !== undefined && ts.isArrayLiteralExpression(list) ? list.elements : null;
}

/** `files: { create: … }` creates rows of the model that "files" leads to. */
export function creating(node: ts.ObjectLiteralElementLike): number {
  if (!ts.isPropertyAssignment(node)) return 0;
  const made = objectsOf(node.initializer).some(({ properties }) =>
    properties.some((each) => each.name !== undefined && CREATING_WORDS.has(keyText(each.name) ?? "")),
  );
  return made ? HOW.creates : 0;
}

export function isPromiseAll(node: ts.CallExpression): boolean {
  return callChain(node)?.join(".") === "Promise.all";
}

/** The last name of what a call calls; "" if it has none. */
export function methodOf(node: ts.CallExpression): string {
  return callChain(node)?.at(-1) ?? "";
}
