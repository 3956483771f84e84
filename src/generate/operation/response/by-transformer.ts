import { ts } from "ts-morph";
import { parseTypescript } from "../../../source/parse-typescript.js";
import type { Known } from "../../create/known.js";
import { asksForNone, memberRead, ownReturns, readsOf } from "./own-returns.js";
import type { Retold } from "./retold.js";

/** The answer of an operation that leaves rows to a transformer, left to another one. */
export function byTransformer(owner: ts.FunctionDeclaration, from: string, to: string, known: Known): Retold {
  const unclear = (node: ts.Node): Retold => ({ ok: false, node });
  const uses = readsOf(owner, from);
  for (const each of ownReturns(owner))
    if (!uses.some((use) => each.pos <= use.pos && use.end <= each.end)) return unclear(each);
  const selected = selectedBy(to, known);
  for (const use of uses) {
    const { parent } = use;
    if (!ts.isPropertyAccessExpression(parent)) return unclear(use);
    if (parent.name.text === "transform") continue;
    const rows = parent.name.text === "select" ? rowsOf(parent) : null;
    if (rows === null) return unclear(parent);
    for (const name of rows)
      for (const read of readsOf(owner, name))
        if (!isHandedOn(read, from) && !asksForNone(read) && !selected.has(memberRead(read) ?? ""))
          return unclear(read.parent);
  }
  return {
    ok: true,
    splices: uses.map((use) => ({ start: use.getStart(), end: use.end, text: to })),
    transformer: { from, to },
    code: "",
  };
}

/** The variables that hold what a query with `...T.select()` finds; null where the selection is used otherwise. */
function rowsOf(select: ts.PropertyAccessExpression): readonly string[] | null {
  const spread = select.parent.parent;
  const call = spread.parent.parent;
  if (!ts.isSpreadAssignment(spread) || !ts.isCallExpression(call)) return null;
  if (!/\.\s*\w+\s*\.\s*\w+$/.test(call.expression.getText())) return null;
  const index = ts.isArrayLiteralExpression(call.parent) ? call.parent.elements.indexOf(call) : null;
  let holder: ts.Node = call;
  while (!ts.isVariableDeclaration(holder) && !ts.isStatement(holder)) holder = holder.parent;
  if (!ts.isVariableDeclaration(holder)) return ts.isReturnStatement(holder) ? [] : null;
  if (ts.isIdentifier(holder.name)) return index === null ? [holder.name.text] : null;
  const bound = ts.isArrayBindingPattern(holder.name) ? holder.name.elements[index ?? -1] : undefined;
  return bound !== undefined && ts.isBindingElement(bound) && ts.isIdentifier(bound.name)
    ? [bound.name.text]
    : null;
}

/** `T.transform(row)`, `asyncMap(rows, T.transform)`, `rows.map((row) => T.transform(row))`, `rows.length`. */
function isHandedOn(read: ts.Identifier, transformer: string): boolean {
  const { parent } = read;
  const transforms = (node: ts.Node): boolean =>
    new RegExp(`^${transformer}\\.transform$`).test(node.getText());
  if (ts.isCallExpression(parent))
    return transforms(parent.expression) || parent.arguments.some((each) => maps(each, transforms));
  if (!ts.isPropertyAccessExpression(parent) || parent.expression !== read) return false;
  if (parent.name.text === "length") return true;
  const call = parent.parent;
  return (
    parent.name.text === "map" &&
    ts.isCallExpression(call) &&
    call.arguments.length === 1 &&
    call.arguments.every((each) => maps(each, transforms))
  );
}

/** `T.transform`, or a function that does nothing else with what it is given. */
function maps(node: ts.Expression, transforms: (node: ts.Node) => boolean): boolean {
  if (transforms(node)) return true;
  if (!ts.isArrowFunction(node) || ts.isBlock(node.body)) return false;
  const body = ts.isAwaitExpression(node.body) ? node.body.expression : node.body;
  return ts.isCallExpression(body) && transforms(body.expression);
}

/** The columns that a transformer selects. */
function selectedBy(transformer: string, { backend }: Known): ReadonlySet<string> {
  const file = backend.files.get(`src/transformers/${transformer}.ts`);
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === "select") {
      if (ts.isObjectLiteralExpression(node.initializer))
        for (const each of node.initializer.properties)
          if (ts.isPropertyAssignment(each) && each.initializer.kind === ts.SyntaxKind.TrueKeyword)
            found.add(each.name.getText());
      return;
    }
    if (ts.isFunctionDeclaration(node) && node.name?.text !== "select") return;
    ts.forEachChild(node, visit);
  };
  if (file !== undefined) visit(parseTypescript(file));
  return found;
}
