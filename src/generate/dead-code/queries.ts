import { ts } from "ts-morph";
import type { Deadness } from "./deadness.js";
import { meaningOf } from "../names/resolve.js";
import type { TypedProgram } from "../../graph/types/typed-program.js";
import type { PrismaRole } from "../../graph/types/typed-program.js";
import { wantedType } from "../names/context.js";
import { asQuery, isWrite, type Query } from "../names/query-call.js";

/** The Prisma call whose arguments hold a node directly (not through another call or function). */
export function queryAround(node: ts.Node, program: TypedProgram): Query | null {
  for (let at: ts.Node = node; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isFunctionLike(at)) return null;
    const query = ts.isCallExpression(at) ? asQuery(at, program) : null;
    if (query !== null) return query;
    if (ts.isCallExpression(at) && at !== node) return null;
  }
  return null;
}

/** Whether a function still changes something that stays. */
export function writesKept(state: Deadness, owner: ts.Node): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (found || state.isGone(node) || state.absent.has(node)) return;
    const query = ts.isCallExpression(node) ? asQuery(node, state.program) : null;
    if (query !== null && isWrite(query) && !state.deadModels.has(query.model)) found = true;
    ts.forEachChild(node, visit);
  };
  visit(owner);
  return found;
}

/** `conditions.push({ … })`: a list of filters that is made step by step. */
function addsToList({ expression, parent }: ts.CallExpression): boolean {
  const adds = ts.isPropertyAccessExpression(expression) && /^(push|unshift)$/.test(expression.name.text);
  return adds && ts.isExpressionStatement(parent);
}

/** What an expression is in a query, and of which model; null outside of queries. */
export function roleOf(
  literal: ts.Expression,
  program: TypedProgram,
): { readonly model: string; readonly role: PrismaRole } | null {
  const type = wantedType(literal, program);
  if (type === null) return null;
  for (const part of type.isUnionOrIntersection() ? type.types : [type]) {
    const owner = program.prisma.owners.get(part.symbol?.name ?? "");
    if (owner !== undefined) return owner;
    for (const property of part.getProperties().slice(0, 1)) {
      const [meaning] = meaningOf(property, program);
      if (meaning?.kind === "field") return { model: meaning.model, role: meaning.role };
    }
  }
  return null;
}

/** Whether an expression in a query stands where it only filters if a request asks for it. */
export function isConditional(node: ts.Node): boolean {
  for (let at = node; !ts.isFunctionLike(at) && !ts.isSourceFile(at); at = at.parent) {
    if (ts.isSpreadAssignment(at) || ts.isSpreadElement(at)) return true;
    if (ts.isIfStatement(at)) return true;
    if (ts.isVariableDeclaration(at)) return false;
    if (ts.isCallExpression(at) && !addsToList(at)) return false;
  }
  return false;
}
