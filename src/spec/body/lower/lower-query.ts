import type { Expression, Member } from "../../expression/expression.js";
import { awaited, callTo, memberOf, objectOf, satisfying } from "../../expression/make.js";
import type { Data, Query } from "../query.js";
import { lowerMapping } from "./lower-mapping.js";
import { lowerShape } from "./lower-shape.js";

/** A query as a call of the Prisma client that stands at a path; to be awaited. */
export function lowerQuery(query: Query, client: string): Expression {
  const members = optionsOf(query).filter((each) => each !== null);
  const args = members.length === 0 ? [] : [objectOf(members)];
  return callTo(`${client}.${query.model}.${methodOf(query)}`, args);
}

function methodOf(query: Query): string {
  if (query.kind !== "find") return query.kind;
  return `find${query.by === "first" ? "First" : "Unique"}${query.orThrow ? "OrThrow" : ""}`;
}

function optionsOf(query: Query): readonly (Member | null)[] {
  switch (query.kind) {
    case "find":
      return [memberOf("where", query.where), memberOf("orderBy", query.orderBy), ...lowerShape(query.shape)];
    case "findMany":
      return [
        memberOf("where", query.where),
        memberOf("orderBy", query.orderBy),
        memberOf("skip", query.skip),
        memberOf("take", query.take),
        ...lowerShape(query.shape),
      ];
    case "create":
      return [memberOf("data", lowerData(query.data)), ...lowerShape(query.shape)];
    case "createMany":
      return [memberOf("data", query.data)];
    case "update":
      return [
        memberOf("where", query.where),
        memberOf("data", lowerData(query.data)),
        ...lowerShape(query.shape),
      ];
    case "updateMany":
      return [memberOf("where", query.where), memberOf("data", lowerData(query.data))];
    case "delete":
    case "deleteMany":
    case "count":
      return [memberOf("where", query.where)];
  }
}

function lowerData(data: Data): Expression {
  switch (data.kind) {
    case "collected":
      return awaited(callTo(`${data.collector}.collect`, [data.props]));
    case "mapped":
      return satisfying(objectOf(data.mappings.map(lowerMapping)), data.type);
    case "computed":
      return data.value;
  }
}
