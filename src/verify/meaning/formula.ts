import { ts } from "ts-morph";

/**
 * A condition in disjunctive normal form: it holds if all parts of one of the alternatives hold. No alternative at
 * all never holds; an alternative without parts always does.
 */
export type Formula = readonly (readonly string[])[];

export const NEVER: Formula = [];
export const ALWAYS: Formula = [[]];

/** What is known of a part without running it; null for nothing. */
export type Evaluate = (part: ts.Expression) => boolean | null;

const LIMIT = 64;

/** Brings a condition into normal form, with the parts that `evaluate` decides left out. */
export function formulaOf(node: ts.Expression, evaluate: Evaluate, negated = false): Formula {
  const known = evaluate(node);
  if (known !== null) return known === negated ? NEVER : ALWAYS;
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node))
    return formulaOf(node.expression, evaluate, negated);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return formulaOf(node.operand, evaluate, !negated);
  if (ts.isBinaryExpression(node)) {
    const kind = node.operatorToken.kind;
    const isAnd = kind === ts.SyntaxKind.AmpersandAmpersandToken;
    if (isAnd || kind === ts.SyntaxKind.BarBarToken) {
      const [left, right] = [node.left, node.right].map((side) => formulaOf(side, evaluate, negated));
      if (left === undefined || right === undefined) return ALWAYS;
      return isAnd !== negated ? both(left, right) : either(left, right);
    }
  }
  return [[partText(node, negated)]];
}

export function either(left: Formula, right: Formula): Formula {
  return unique([...left, ...right]);
}

export function both(left: Formula, right: Formula): Formula {
  if (left.length * right.length > LIMIT) return [[printFormula(left), printFormula(right)]];
  return unique(left.flatMap((a) => right.map((b) => [...new Set([...a, ...b])].sort())));
}

function unique(formula: Formula): Formula {
  const seen = new Map(formula.map((parts) => [parts.join("\0"), parts]));
  return [...seen.values()];
}

export function printFormula(formula: Formula): string {
  return formula
    .map((parts) => (parts.length === 0 ? "true" : parts.join(" && ")))
    .sort()
    .join(" || ");
}

const OPPOSITES: ReadonlyMap<string, string> = new Map([
  ["===", "!=="],
  ["!==", "==="],
  ["==", "!="],
  ["!=", "=="],
  [">", "<="],
  ["<=", ">"],
  ["<", ">="],
  [">=", "<"],
]);

function partText(node: ts.Expression, negated: boolean): string {
  if (ts.isBinaryExpression(node) && negated) {
    const opposite = OPPOSITES.get(node.operatorToken.getText());
    if (opposite !== undefined) return `${plainText(node.left)}${opposite}${plainText(node.right)}`;
  }
  return negated ? `!${plainText(node)}` : plainText(node);
}

/** Source text by its tokens, so that neither layout nor comments count. */
export function plainText(node: ts.Node): string {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, node.getText());
  const tokens: string[] = [];
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan())
    tokens.push(scanner.getTokenText());
  return tokens
    .join(" ")
    .replace(/ ?([^\w$"'`]) ?/g, "$1")
    .replace(/,([)\]}])/g, "$1");
}
