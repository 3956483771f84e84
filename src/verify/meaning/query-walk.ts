import { ts } from "ts-morph";
import type { DatabaseSpec } from "../../spec/database/database-spec.js";

/** A key that stands in a Prisma query or input, and the model it belongs to. */
export interface QueryKey {
  readonly model: string;
  readonly name: string;
  readonly node: ts.Node;
}

/** Keys of the query language itself: what is below them still belongs to the same model. */
const TRANSPARENT = new Set(
  (
    "select include omit where data orderBy create update upsert connect connectOrCreate createMany set disconnect " +
    "delete deleteMany updateMany AND OR NOT some every none is isNot cursor _count having by _sum _avg _min _max"
  ).split(" "),
);

/** Every key of an object that is a query of a model, followed through spreads, conditions, lists and local variables. */
export function queryKeys(
  root: ts.Expression,
  model: string,
  database: DatabaseSpec,
  found: QueryKey[] = [],
  seen = new Set<ts.Node>(),
): readonly QueryKey[] {
  if (seen.has(root)) return found;
  seen.add(root);
  const into = (node: ts.Expression, owner = model): unknown => queryKeys(node, owner, database, found, seen);
  const node = root;
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    into(node.expression);
  else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach((side) => into(side));
  else if (ts.isBinaryExpression(node)) [node.left, node.right].forEach((side) => into(side));
  else if (ts.isArrayLiteralExpression(node))
    node.elements.forEach((element) => into(ts.isSpreadElement(element) ? element.expression : element));
  else if (ts.isIdentifier(node)) {
    const value = localValue(node);
    if (value !== null) into(value);
  } else if (ts.isObjectLiteralExpression(node))
    for (const property of node.properties) {
      if (ts.isSpreadAssignment(property)) into(property.expression);
      if (!ts.isPropertyAssignment(property) && !ts.isShorthandPropertyAssignment(property)) continue;
      const name = ts.isComputedPropertyName(property.name) ? "" : property.name.text;
      const value = ts.isPropertyAssignment(property) ? property.initializer : property.name;
      const field = database.models.get(model)?.fields.find((each) => each.name === name);
      if (field !== undefined) {
        found.push({ model, name, node: property.name });
        if (field.relation !== null) into(value, field.relation.target);
      } else if (TRANSPARENT.has(name)) into(value);
    }
  return found;
}

/** The initialiser of a variable that is declared in the same file, before its use and under that name only once. */
export function localValue(name: ts.Identifier): ts.Expression | null {
  const found: ts.VariableDeclaration[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.name.text === name.text)
      found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(name.getSourceFile());
  return found.length === 1 ? (found[0]?.initializer ?? null) : null;
}
