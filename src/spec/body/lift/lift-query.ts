import type { Expression, ObjectOf } from "../../expression/expression.js";
import { objectOf, pathOf, valueAt, withoutType } from "../../expression/make.js";
import { sameButOrder } from "../../expression/same-but-order.js";
import { lowerQuery } from "../lower/lower-query.js";
import type { Data, Query } from "../query.js";
import type { Lifter } from "./lifter.js";
import { collectorCall, liftMappings } from "./lift-mapping.js";
import { liftShape } from "./lift-shape.js";
import { placedLike } from "./lifter.js";

/** The query that a call of the Prisma client stands for; null if it is none, or one that says more. */
export function liftQuery(call: Expression, lifter: Lifter): Query | null {
  if (call.kind !== "call") return null;
  const path = pathOf(call.callee);
  const [options = objectOf([]), ...others] = call.args;
  if (path === null || !path.startsWith(`${lifter.client}.`)) return null;
  if (options.kind !== "object" || others.length > 0) return null;
  const [model = "", method = "", ...rest] = path.slice(lifter.client.length + 1).split(".");
  const guess = rest.length === 0 ? guessQuery(model, method, options, lifter) : null;
  return guess !== null && sameButOrder(lowerQuery(guess, lifter.client), call)
    ? placedLike(guess, call, lifter)
    : null;
}

/** What a call looks like; whoever asks makes sure that it says no less than the call. */
function guessQuery(model: string, method: string, options: ObjectOf, lifter: Lifter): Query | null {
  const where = valueAt(options, "where");
  const orderBy = valueAt(options, "orderBy");
  const data = valueAt(options, "data");
  const found = /^find(First|Unique)(OrThrow)?$/.exec(method);
  const shape = liftShape(options, lifter);
  if (found !== null)
    return {
      kind: "find",
      model,
      by: found[1] === "First" ? "first" : "unique",
      orThrow: found[2] !== undefined,
      where,
      orderBy,
      shape,
    };
  switch (method) {
    case "findMany": {
      const [skip, take] = [valueAt(options, "skip"), valueAt(options, "take")];
      return { kind: "findMany", model, where, orderBy, skip, take, shape };
    }
    case "create":
      return data === null ? null : { kind: "create", model, data: liftData(data, lifter), shape };
    case "createMany":
      return data === null ? null : { kind: "createMany", model, data };
    case "update":
      if (data === null || where === null) return null;
      return { kind: "update", model, where, data: liftData(data, lifter), shape };
    case "updateMany":
      return data === null ? null : { kind: "updateMany", model, where, data: liftData(data, lifter) };
    case "delete":
      return where === null ? null : { kind: "delete", model, where };
    case "deleteMany":
    case "count":
      return { kind: method, model, where };
    default:
      return null;
  }
}

function liftData(node: Expression, lifter: Lifter): Data {
  const collected = node.kind === "await" ? collectorCall(node.value) : null;
  if (collected !== null) return { kind: "collected", ...collected };
  const { value, type } = withoutType(node);
  const mappings = value.kind === "object" ? liftMappings(value.members, lifter) : null;
  return mappings === null ? { kind: "computed", value: node } : { kind: "mapped", mappings, type };
}
