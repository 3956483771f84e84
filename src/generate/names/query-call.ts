import { ts } from "ts-morph";
import type { TypedProgram } from "../../graph/types/typed-program.js";

/** A call of a Prisma delegate: `prisma.bbs_articles.findMany(…)`. */
export interface Query {
  readonly call: ts.CallExpression;
  readonly model: string;
  readonly method: string;
}

/** By its names alone, so that a client whose type is hidden is one all the same. */
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
