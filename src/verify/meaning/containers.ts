import { ts } from "ts-morph";

/** A piece of code with a name that survives an edit: a function, a method, a file's top level (""). */
export interface Container {
  readonly name: string;
  readonly node: ts.Node;
}

/**
 * The containers of a file by qualified name. A function that is an argument or a value without a name belongs
 * to the container around it.
 */
export function containersOf(source: ts.SourceFile): ReadonlyMap<string, Container> {
  const found = new Map<string, Container>([["", { name: "", node: source }]]);
  const visit = (node: ts.Node, prefix: string): void => {
    const name = containerName(node);
    const inner = name === null ? prefix : prefix === "" ? name : `${prefix}.${name}`;
    if (name !== null && isFunction(node)) found.set(inner, { name: inner, node });
    ts.forEachChild(node, (child) => visit(child, inner));
  };
  visit(source, "");
  return found;
}

/** Visits what belongs to a container itself and not to another one inside of it. */
export function visitOwn(container: ts.Node, visitor: (node: ts.Node) => void): void {
  const visit = (node: ts.Node): void => {
    if (isFunction(node) && containerName(node) !== null) return;
    visitor(node);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(container, visit);
}

function containerName(node: ts.Node): string | null {
  if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) return node.name?.text ?? null;
  if (ts.isModuleDeclaration(node)) return node.name.text;
  if (ts.isConstructorDeclaration(node)) return "constructor";
  if (ts.isMethodDeclaration(node) || ts.isAccessor(node)) return node.name.getText();
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return boundName(node.parent);
  return null;
}

function boundName(parent: ts.Node): string | null {
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) return parent.name.text;
  if (ts.isPropertyDeclaration(parent)) return parent.name.getText();
  return null;
}

export function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isFunctionLike(node) && "body" in node && node.body !== undefined;
}
