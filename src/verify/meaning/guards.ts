import { ts } from "ts-morph";
import { isFunction, visitOwn } from "./containers.js";
import { both, type Evaluate, type Formula, formulaOf, plainText } from "./formula.js";

/** A place that refuses to go on: what has to hold for it to do so. */
export interface Guard {
  readonly node: ts.Node;
  readonly refusesIf: Formula;
}

/** A call that refuses by itself, or a decorator that does; its text without arguments says which. */
export interface Authorization {
  readonly node: ts.Node;
  readonly text: string;
}

const PRESENT: Evaluate = () => null;

/** The guards of a container, conditions as written unless `evaluate` decides a part of them. */
export function guardsOf(container: ts.Node, evaluate: Evaluate = PRESENT): readonly Guard[] {
  const guards: Guard[] = [];
  visitOwn(container, (node) => {
    if (ts.isIfStatement(node) && !(ts.isIfStatement(node.parent) && node.parent.elseStatement === node))
      guards.push(...chainGuards(node, evaluate));
    if (ts.isCaseClause(node) && node.statements.some(refuses))
      guards.push({ node, refusesIf: caseFormula(node) });
  });
  return guards;
}

/** What has to hold for the innermost branch around a node to be entered; null where there is none. */
export function branchOf(node: ts.Node): Formula | null {
  for (let at = node; !isFunction(at.parent) && !ts.isSourceFile(at.parent); at = at.parent) {
    const branch = at.parent;
    if (ts.isCaseClause(branch)) return caseFormula(branch);
    if (!ts.isIfStatement(branch) || branch.expression === at) continue;
    return formulaOf(branch.expression, PRESENT, branch.elseStatement === at);
  }
  return null;
}

function caseFormula(clause: ts.CaseClause): Formula {
  return [[`${plainText(clause.parent.parent.expression)}===${plainText(clause.expression)}`]];
}

/** Along `if … else if … else`: a branch is reached when all conditions before it failed. */
function chainGuards(start: ts.IfStatement, evaluate: Evaluate): readonly Guard[] {
  const guards: Guard[] = [];
  let reached: Formula = [[]];
  for (let at: ts.Statement | undefined = start; at !== undefined;) {
    if (!ts.isIfStatement(at)) {
      if (refuses(at)) guards.push({ node: start, refusesIf: reached });
      break;
    }
    const condition = formulaOf(at.expression, evaluate);
    // Earlier conditions of a chain that refuse, too, say nothing about this one.
    if (refuses(at.thenStatement)) guards.push({ node: at, refusesIf: condition });
    else reached = both(reached, formulaOf(at.expression, evaluate, true));
    at = at.elseStatement;
  }
  return guards;
}

/** Whether a statement always ends in a throw. */
export function refuses(statement: ts.Statement): boolean {
  if (ts.isThrowStatement(statement)) return true;
  if (ts.isBlock(statement)) return statement.statements.some(refuses);
  return (
    ts.isIfStatement(statement) &&
    statement.elseStatement !== undefined &&
    refuses(statement.thenStatement) &&
    refuses(statement.elseStatement)
  );
}

const OR_THROW = /^find(First|Unique)OrThrow$/;
const AUTHORIZING = /authori[sz]e|[pP]ermission|^(assert|ensure|require|forbid|deny)[A-Z]/;
const DECORATOR = /Auth$|^UseGuards$|Guard$/;

/** Calls and decorators of a container that refuse, or check who calls. */
export function authorizationsOf(container: ts.Node): readonly Authorization[] {
  const found: Authorization[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isDecorator(node)) {
      const { expression } = node;
      const callee = ts.isCallExpression(expression) ? expression.expression : expression;
      if (DECORATOR.test(callee.getText())) found.push({ node, text: plainText(callee) });
    } else if (ts.isCallExpression(node)) {
      const name = calleeName(node.expression);
      if (OR_THROW.test(name) || AUTHORIZING.test(name))
        found.push({ node, text: plainText(node.expression).replace(/\?\./g, ".") });
    }
  };
  visitOwn(container, look);
  return found;
}

function calleeName(callee: ts.Expression): string {
  if (ts.isPropertyAccessExpression(callee)) return callee.name.text;
  return ts.isIdentifier(callee) ? callee.text : "";
}
