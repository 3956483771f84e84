import { ts } from "ts-morph";

/** The return statements of a function itself, not of those inside it. */
export function ownReturns(owner: ts.FunctionDeclaration): readonly ts.ReturnStatement[] {
  const found: ts.ReturnStatement[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isReturnStatement(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  if (owner.body !== undefined) ts.forEachChild(owner.body, visit);
  return found;
}

/** Where a function names a variable as a value, its declaration aside. */
export function readsOf(owner: ts.Node, name: string): readonly ts.Identifier[] {
  const found: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === name && !isNameOnly(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(owner);
  return found;
}

function isNameOnly(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isVariableDeclaration(parent) && parent.name === node) ||
    (ts.isBindingElement(parent) && parent.name === node) ||
    (ts.isParameter(parent) && parent.name === node) ||
    ts.isPropertySignature(parent)
  );
}

/** Whether a place asks for nothing but that there is a row. */
export function asksForNone({ parent }: ts.Identifier): boolean {
  if (ts.isIfStatement(parent) || ts.isPrefixUnaryExpression(parent)) return true;
  return ts.isBinaryExpression(parent) && /^(null|undefined)$/.test(parent.right.getText());
}

/** What is read of a row there: `row.title`; null where the place does anything else with it. */
export function memberRead({ parent }: ts.Identifier): string | null {
  return ts.isPropertyAccessExpression(parent) ? parent.name.text : null;
}
