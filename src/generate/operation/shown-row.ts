import { ts } from "ts-morph";

/** An object that an operation shows of one row, and the query that the row comes from. */
export interface ShownRow {
  readonly shown: ts.ObjectLiteralExpression;
  /** The variable that holds the row. */
  readonly row: string;
  /** The argument of the query. */
  readonly query: ts.ObjectLiteralExpression;
}

/** What an operation answers with, where that is an object made of a row of a table: the last thing it does. */
export function shownRow(owner: ts.FunctionDeclaration, table: string): ShownRow | null {
  const shown = bareLiteral(answerOf(owner));
  if (shown === null) return null;
  const queries = queriesOn(table, /^(find(First|Unique)(OrThrow)?|create|update)$/, owner);
  const found = [...queries].find(([name]) => reads(shown, name));
  return found === undefined ? null : { shown, row: found[0], query: found[1] };
}

/** What an operation shows of each row that it lists: `data: rows.map((row) => ({ … }))`, or a constant of that. */
export function shownItem(owner: ts.FunctionDeclaration, table: string): ShownRow | null {
  const page = bareLiteral(answerOf(owner));
  const data = page?.properties.find((each) => each.name?.getText() === "data");
  const value = data !== undefined && ts.isPropertyAssignment(data) ? data.initializer : data?.name;
  const call = value !== undefined && ts.isIdentifier(value) ? constantNamed(value.text, owner) : value;
  if (call === undefined || !ts.isCallExpression(call)) return null;
  const { expression, arguments: given } = call;
  const [arrow] = given;
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== "map") return null;
  if (arrow === undefined || !ts.isArrowFunction(arrow) || arrow.parameters.length !== 1) return null;
  const shown = bareLiteral(ts.isBlock(arrow.body) ? undefined : arrow.body);
  const row = arrow.parameters[0]?.name;
  const query = queriesOn(table, /^findMany$/, owner).get(expression.expression.getText());
  if (shown === null || row === undefined || !ts.isIdentifier(row) || query === undefined) return null;
  return { shown, row: row.text, query };
}

function answerOf({ body }: ts.FunctionDeclaration): ts.Expression | undefined {
  const last = body?.statements.at(-1);
  return last !== undefined && ts.isReturnStatement(last) ? last.expression : undefined;
}

/** What a constant of a function itself holds. */
function constantNamed(name: string, { body }: ts.FunctionDeclaration): ts.Expression | undefined {
  const lists = body?.statements.filter(ts.isVariableStatement).map((each) => each.declarationList) ?? [];
  return lists
    .filter(({ flags }) => (flags & ts.NodeFlags.Const) !== 0)
    .flatMap(({ declarations }) => [...declarations])
    .find((each) => each.name.getText() === name)?.initializer;
}

/** An object without what only speaks of its type. */
export function bareLiteral(node: ts.Expression | undefined): ts.ObjectLiteralExpression | null {
  if (node === undefined) return null;
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node))
    return bareLiteral(node.expression);
  return ts.isObjectLiteralExpression(node) ? node : null;
}

function reads(node: ts.Node, name: string): boolean {
  if (ts.isIdentifier(node) && node.text === name) return true;
  return ts.forEachChild(node, (child) => reads(child, name) || undefined) === true;
}

/** The variables that hold what queries on a table find, alone or as one of several that run together. */
function queriesOn(
  table: string,
  methods: RegExp,
  owner: ts.Node,
): ReadonlyMap<string, ts.ObjectLiteralExpression> {
  const found = new Map<string, ts.ObjectLiteralExpression>();
  const keep = (name: ts.Node, value: ts.Expression): void => {
    const query = argumentOf(value, table, methods);
    if (ts.isIdentifier(name) && query !== null) found.set(name.text, query);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer !== undefined) {
      const { name, initializer } = node;
      if (ts.isArrayBindingPattern(name)) {
        const values = together(initializer);
        name.elements.forEach((each, index) => {
          const value = values[index];
          if (ts.isBindingElement(each) && value !== undefined) keep(each.name, value);
        });
      } else keep(name, initializer);
    }
    ts.forEachChild(node, visit);
  };
  visit(owner);
  return found;
}

/** `await Promise.all([a, b])` */
function together(node: ts.Expression): readonly ts.Expression[] {
  const call = ts.isAwaitExpression(node) ? node.expression : node;
  const [list] = ts.isCallExpression(call) ? call.arguments : [];
  return list !== undefined && ts.isArrayLiteralExpression(list) ? list.elements : [];
}

function argumentOf(node: ts.Expression, table: string, methods: RegExp): ts.ObjectLiteralExpression | null {
  const call = ts.isAwaitExpression(node) ? node.expression : node;
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return null;
  const { name, expression } = call.expression;
  const isOn = ts.isPropertyAccessExpression(expression) && expression.name.text === table;
  const [argument] = isOn && methods.test(name.text) ? call.arguments : [];
  return argument !== undefined && ts.isObjectLiteralExpression(argument) ? argument : null;
}
