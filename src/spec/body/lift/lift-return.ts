import type { Expression, ObjectOf } from "../../expression/expression.js";
import { onlyValue, pathOf, valueAt, withoutType } from "../../expression/make.js";
import { sameButOrder } from "../../expression/same-but-order.js";
import type { BodyStatement } from "../body.js";
import { lowerStatement } from "../lower/lower-statement.js";
import { liftMappings } from "./lift-mapping.js";
import { liftProjections, transformedList } from "./lift-projection.js";
import { liftSelections } from "./lift-shape.js";
import { type Lifter, ownerIn } from "./lifter.js";

/** How a body ends; null where it returns neither an object nor what a transformer makes. */
export function liftReturn(node: Expression, lifter: Lifter): BodyStatement | null {
  const { value, type } = withoutType(node);
  if (value.kind === "await") return transformed(value.value);
  if (value.kind !== "object") return null;
  if (type !== null && /\bPrisma\.\w+Create\w*Input\b/.test(type)) {
    const mappings = liftMappings(value.members, lifter);
    if (mappings !== null) return { kind: "collect", mappings, type };
  }
  if (type !== null && /^Prisma\.\w+FindManyArgs$/.test(type)) {
    const select = onlyValue(value, "select");
    const selections = select?.kind === "object" ? liftSelections(select.members, lifter) : null;
    if (selections !== null) return { kind: "select", selections, type };
  }
  const page = pageOf(value, type);
  if (page !== null && sameButOrder(lowerStatement(page), { kind: "return", value: node })) return page;
  const projections = liftProjections(value.members, lifter);
  return projections === null ? null : { kind: "answer", projections, type };
}

function transformed(call: Expression): BodyStatement | null {
  if (call.kind !== "call") return null;
  const transformer = ownerIn(pathOf(call.callee), "transform");
  const [from] = call.args;
  if (transformer === null || from === undefined || from.kind === "spread") return null;
  return { kind: "transformed", transformer, from };
}

function pageOf(value: ObjectOf, type: string | null): BodyStatement | null {
  const pagination = valueAt(value, "pagination");
  const data = valueAt(value, "data");
  const all = data === null ? null : transformedList(data);
  if (pagination?.kind !== "object" || all === null) return null;
  const [page, limit, total] = ["current", "limit", "records"].map((name) => valueAt(pagination, name));
  if (page == null || limit == null || total == null) return null;
  return { kind: "page", page, limit, total, rows: all.list, transformer: all.transformer, type };
}
