import { ts } from "ts-morph";
import type { Operation } from "../../spec/interface/interface-spec.js";

/** The place at which an operation writes rows of a model. */
export interface Write {
  /** The statement in front of which it can be checked what is written. */
  readonly statement: ts.Statement;
  /** The request's body there: `props.body`, `body`. */
  readonly body: string;
  /** The client that it goes through: `MyGlobal.prisma`. */
  readonly client: string;
  /** The id of the row that is altered; null where it is not named by that alone. */
  readonly id: string | null;
}

/** Finds the first query that makes or alters rows of a model in the function of an operation. */
export function findWrite(
  source: ts.SourceFile,
  model: string,
  use: "create" | "update",
  { provider }: Operation,
): Write | null {
  const owner = source.statements
    .filter(ts.isFunctionDeclaration)
    .find(({ name }) => name?.text === provider?.name);
  if (owner?.body === undefined) return null;
  const method = use === "create" ? /^(create|upsert)/ : /^(update|upsert)$/;
  const body = bodyOf(owner);
  if (body === null) return null;
  for (const statement of owner.body.statements) {
    const call = queryIn(statement, model, method);
    if (call === null) continue;
    const client = call.expression.expression.expression.getText();
    // A client that a transaction hands over is not there in front of it.
    const known = /^(this|[A-Z]\w*)\./.test(client) || use === "create" ? client : "MyGlobal.prisma";
    return { ...placeOf(statement, call), body, client: /^tx\b/.test(known) ? "MyGlobal.prisma" : known };
  }
  return null;
}

/** Where what is written can be checked: in front of everything, or of the statement in a `try` that knows the id. */
function placeOf(outer: ts.Statement, call: Query): Pick<Write, "statement" | "id"> {
  const id = idOf(call);
  const name = /^\w+/.exec(id ?? "")?.[0];
  if (name === undefined || !declares(outer, name)) return { statement: outer, id };
  const statement = innermost(outer, call);
  return { statement, id: declares(statement, name) ? null : id };
}

function innermost(statement: ts.Statement, call: ts.Node): ts.Statement {
  const inside = ts.isTryStatement(statement)
    ? statement.tryBlock.statements.find((each) => each.pos <= call.pos && call.end <= each.end)
    : undefined;
  return inside === undefined ? statement : innermost(inside, call);
}

function declares(node: ts.Node, name: string): boolean {
  if ((ts.isVariableDeclaration(node) || ts.isBindingElement(node)) && node.name.getText() === name)
    return true;
  return ts.forEachChild(node, (child) => declares(child, name) || undefined) === true;
}

type Query = ts.CallExpression & {
  readonly expression: ts.PropertyAccessExpression & { readonly expression: ts.PropertyAccessExpression };
};

function queryIn(node: ts.Node, model: string, method: RegExp): Query | null {
  let found: Query | null = null;
  const visit = (at: ts.Node): void => {
    if (found !== null) return;
    if (ts.isCallExpression(at) && isQuery(at, model, method)) found = at;
    else ts.forEachChild(at, visit);
  };
  visit(node);
  return found;
}

function isQuery(call: ts.CallExpression, model: string, method: RegExp): call is Query {
  const { expression } = call;
  return (
    ts.isPropertyAccessExpression(expression) &&
    method.test(expression.name.text) &&
    ts.isPropertyAccessExpression(expression.expression) &&
    expression.expression.name.text === model
  );
}

/** `where: { id: props.categoryId }`, `where: { id }`. */
function idOf({ arguments: [given] }: ts.CallExpression): string | null {
  const where = entryOf(given, "where");
  if (where === undefined || !ts.isPropertyAssignment(where)) return null;
  const id = entryOf(where.initializer, "id");
  if (id === undefined) return null;
  return ts.isPropertyAssignment(id) ? id.initializer.getText() : "id";
}

function entryOf(node: ts.Expression | undefined, name: string): ts.ObjectLiteralElementLike | undefined {
  if (node === undefined || !ts.isObjectLiteralExpression(node)) return undefined;
  return node.properties.find((each) => each.name?.getText() === name);
}

/** How the request's body is written in a function: taken apart, or behind the name of its parameter. */
function bodyOf({ parameters, body }: ts.FunctionDeclaration): string | null {
  const [first] = parameters;
  if (first === undefined) return null;
  if (ts.isObjectBindingPattern(first.name)) return localOf(first.name);
  const name = first.name.getText();
  if (name === "body") return name;
  for (const statement of body?.statements ?? []) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const each of statement.declarationList.declarations)
      if (each.initializer?.getText() === name && ts.isObjectBindingPattern(each.name)) {
        const local = localOf(each.name);
        if (local !== null) return local;
      }
  }
  return `${name}.body`;
}

function localOf(pattern: ts.ObjectBindingPattern): string | null {
  const found = pattern.elements.find((each) => (each.propertyName ?? each.name).getText() === "body");
  return found === undefined ? null : found.name.getText();
}
