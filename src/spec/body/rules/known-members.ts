import type { Field } from "../../database/database-spec.js";
import { unknownName, type Violation } from "../../rules/violation.js";
import type { Mapping } from "../mapping.js";
import type { Scope } from "../scope.js";
import { type Mapped, mappedIn } from "./mapped-in.js";

/** What is mapped are members of the model: columns by values, relations by rows. */
export function knownMembers(tree: unknown, scope: Scope, at: string): readonly Violation[] {
  return mappedIn(tree, scope, at).flatMap(({ mappings, path, model }) =>
    mappings.flatMap((each, index) => {
      if (each.kind === "spread") return [];
      const place = `${path}.mappings[${index}]`;
      const field = model.fields.find(({ name }) => name === each.member);
      const fits = model.fields.filter((one) => isFor(each.kind, one)).map(({ name }) => name);
      if (field === undefined)
        return [unknownName(`${place}.member`, `${WHAT[each.kind]} of ${model.name}`, each.member, fits)];
      return isFor(each.kind, field) ? [] : [misplaced(each.kind, field, `${place}.kind`, model)];
    }),
  );
}

type Kind = Exclude<Mapping["kind"], "spread">;

const WHAT: Readonly<Record<Kind, string>> = {
  scalar: "a column",
  parameter: "a column",
  constant: "a column",
  generated: "a column",
  given: "a column",
  belongsTo: "a relation that holds a foreign key",
  hasOne: "a relation to a row that refers to this one",
  hasMany: "a relation to rows that refer to this one",
  computed: "a member",
};

function isFor(kind: Kind, { relation }: Field): boolean {
  switch (kind) {
    case "computed":
      return true;
    case "belongsTo":
      return relation !== null && relation.fields.length > 0;
    case "hasOne":
    case "hasMany":
      return relation !== null && relation.fields.length === 0;
    default:
      return relation === null;
  }
}

function misplaced(kind: Kind, field: Field, path: string, model: Mapped["model"]): Violation {
  const kinds = (Object.keys(WHAT) as Kind[]).filter((each) => isFor(each, field));
  return {
    path,
    expected: kinds.join(" or "),
    found: kind,
    candidates: kinds,
    advice: `${model.name}.${field.name} is ${field.relation === null ? "a column" : "a relation"}, and ${kind} is for ${WHAT[kind]}.`,
  };
}
