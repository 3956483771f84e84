import { ts } from "ts-morph";
import type { Deadness } from "./deadness.js";
import { meaningOf } from "./resolve.js";
import type { TypedProgram } from "../../graph/types/typed-program.js";
import type { PrismaRole } from "../../graph/types/typed-program.js";
import { wantedType } from "./context.js";

/** A call of a Prisma delegate: `prisma.bbs_articles.findMany(…)`. */
export interface Query {
  readonly call: ts.CallExpression;
  readonly model: string;
  readonly method: string;
}

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

export function asQuery(call: ts.CallExpression, program: TypedProgram): Query | null {
  const callee = call.expression;
  if (!ts.isPropertyAccessExpression(callee) || !METHODS.has(callee.name.text)) return null;
  const delegate = callee.expression;
  if (!ts.isPropertyAccessExpression(delegate)) return null;
  const model = delegate.name.text;
  return program.prisma.modelOf(model) === model ? { call, model, method: callee.name.text } : null;
}

export function isWrite(query: Query): boolean {
  return /^(create|update|upsert|delete)/.test(query.method);
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

/** What an expression is in a query, and of which model; null outside of queries. */
export function roleOf(
  literal: ts.Expression,
  program: TypedProgram,
): { readonly model: string; readonly role: PrismaRole } | null {
  const type = wantedType(literal, program.checker);
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
    if (ts.isSpreadAssignment(at)) return true;
    if (ts.isIfStatement(at)) return true;
    if (ts.isCallExpression(at) || ts.isVariableDeclaration(at)) return false;
  }
  return false;
}

const METHODS = new Set([
  "findMany",
  "findFirst",
  "findUnique",
  "findFirstOrThrow",
  "findUniqueOrThrow",
  "create",
  "createMany",
  "createManyAndReturn",
  "update",
  "updateMany",
  "upsert",
  "delete",
  "deleteMany",
  "count",
  "aggregate",
  "groupBy",
]);
