import { printExpression, printObjectMember, printStatements } from "../../expression/print-expression.js";
import type { Expression, Member } from "../../expression/expression.js";
import type { BodyStatement } from "../body.js";
import { lowerMapping } from "../lower/lower-mapping.js";
import { lowerProjection } from "../lower/lower-projection.js";
import { lowerSelection } from "../lower/lower-shape.js";
import { lowerStatement } from "../lower/lower-statement.js";
import type { Mapping, Projection } from "../mapping.js";
import type { Selection } from "../query.js";

/** What a list of a tree holds, by the name of the member that the list is. */
export type Part = "statement" | "mapping" | "projection" | "selection" | "member" | "expression";

export const LISTS: ReadonlyMap<string, Part> = new Map([
  ["statements", "statement"],
  ["then", "statement"],
  ["otherwise", "statement"],
  ["rescue", "statement"],
  ["finally", "statement"],
  ["mappings", "mapping"],
  ["projections", "projection"],
  ["selections", "selection"],
  ["members", "member"],
]);

/** The code of a part; what part it is, is known from where it stands. */
export function printPart(part: Part, node: object, indent: string, client: string): string {
  switch (part) {
    case "statement":
      return printStatements([lowerStatement(node as BodyStatement, client)], indent);
    case "mapping":
      return printObjectMember(lowerMapping(node as Mapping), indent);
    case "projection":
      return printObjectMember(lowerProjection(node as Projection), indent);
    case "selection":
      return printObjectMember(lowerSelection(node as Selection), indent);
    case "member":
      return printObjectMember(node as Member, indent);
    case "expression":
      return printExpression(node as Expression, indent);
  }
}
