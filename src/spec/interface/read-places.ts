import { ts } from "ts-morph";
import type { Backend } from "../../source/backend.js";
import { parseTypescript } from "../../source/parse-typescript.js";
import type { Operation } from "./interface-spec.js";

/** A check that only actors in some places come by: `if (props.admin.position !== "supervisor") throw …`. */
export interface PlaceCheck {
  readonly statement: ts.IfStatement;
  readonly attribute: string;
  readonly values: readonly string[];
}

/** The places of its actor that an operation is for, as "position.supervisor"; null where it is for all of them. */
export function readPlacesOf(
  backend: Backend,
  provider: Operation["provider"],
  actor: string | null,
): readonly string[] | null {
  const file = provider === null || actor === null ? undefined : backend.files.get(provider.path);
  if (provider === null || actor === null || file === undefined) return null;
  if (!new RegExp(`\\b${actor}\\.\\w+\\s*!==?\\s*"`).test(file.text ?? "")) return null;
  const owner = parseTypescript(file)
    .statements.filter(ts.isFunctionDeclaration)
    .find((each) => each.name?.text === provider.name);
  const checks = owner === undefined ? [] : placeChecks(owner, actor);
  const places = checks.flatMap(({ attribute, values }) => values.map((value) => `${attribute}.${value}`));
  return places.length === 0 ? null : places;
}

/** The checks in an operation that ask in which place its actor is, and nothing else. */
export function placeChecks(owner: ts.FunctionDeclaration, actor: string): readonly PlaceCheck[] {
  return (owner.body?.statements ?? []).flatMap((statement): readonly PlaceCheck[] => {
    if (!ts.isIfStatement(statement) || statement.elseStatement !== undefined) return [];
    if (!onlyThrows(statement.thenStatement)) return [];
    const asked = comparisonsOf(statement.expression).map((each) => comparisonOf(each, actor));
    const [first] = asked;
    if (first == null || !asked.every((each) => each?.attribute === first.attribute)) return [];
    return [{ statement, attribute: first.attribute, values: asked.flatMap((each) => each?.value ?? []) }];
  });
}

function onlyThrows(then: ts.Statement): boolean {
  const statements = ts.isBlock(then) ? then.statements : [then];
  return statements.length === 1 && statements.every(ts.isThrowStatement);
}

/** The parts of `a && b`. */
function comparisonsOf(node: ts.Expression): readonly ts.Expression[] {
  if (ts.isParenthesizedExpression(node)) return comparisonsOf(node.expression);
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
    ? [...comparisonsOf(node.left), ...comparisonsOf(node.right)]
    : [node];
}

/** `props.admin.position !== "supervisor"`. */
function comparisonOf(
  node: ts.Expression,
  actor: string,
): { readonly attribute: string; readonly value: string } | null {
  if (!ts.isBinaryExpression(node) || !/^!==?$/.test(node.operatorToken.getText())) return null;
  const { left, right } = node;
  if (!ts.isPropertyAccessExpression(left) || !ts.isStringLiteral(right) || left.name.text === "type")
    return null;
  const of = left.expression.getText();
  return of === actor || of === `props.${actor}` ? { attribute: left.name.text, value: right.text } : null;
}
