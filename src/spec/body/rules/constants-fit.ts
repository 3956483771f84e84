import type { Field } from "../../database/database-spec.js";
import type { Expression } from "../../expression/expression.js";
import { nearestNames } from "../../../util/nearest-names.js";
import type { Violation } from "../../rules/violation.js";
import type { Scope } from "../scope.js";
import { mappedIn } from "./mapped-in.js";

/** What the literals of a column's type are called. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  String: ["string"],
  Int: ["number"],
  BigInt: ["number"],
  Float: ["number"],
  Decimal: ["number", "string"],
  Boolean: ["boolean"],
  DateTime: ["string"],
};

/** A literal is one of the column's type; null where the column may be empty. */
export function constantsFit(tree: unknown, scope: Scope, at: string): readonly Violation[] {
  return mappedIn(tree, scope, at).flatMap(({ mappings, path, model }) =>
    mappings.flatMap((each, index) => {
      if (each.kind !== "constant") return [];
      const field = model.fields.find(({ name }) => name === each.member);
      const kinds = field === undefined ? [] : kindsOf(field);
      if (field === undefined || kinds.length === 0 || kinds.includes(each.value.kind)) return [];
      return [
        {
          path: `${path}.mappings[${index}].value`,
          expected: kinds.join(" or "),
          found: literal(each.value),
          candidates: nearestNames(each.value.kind, kinds),
          advice: `${model.name}.${field.name} is ${field.type}${field.optional ? " or empty" : ""}.`,
        },
      ];
    }),
  );
}

function kindsOf({ type, optional }: Field): readonly string[] {
  const kinds = KINDS[type] ?? [];
  return optional && kinds.length > 0 ? [...kinds, "null"] : kinds;
}

function literal(value: Expression): string {
  return "value" in value ? JSON.stringify(value.value) : value.kind;
}
