import type { Field } from "../../database/database-spec.js";
import type { Violation } from "../../rules/violation.js";
import type { Scope } from "../scope.js";
import { type Mapped, mappedIn } from "./mapped-in.js";

/** A row that is created has a value for each column that needs one. */
export function requiredMembers(tree: unknown, scope: Scope, at: string): readonly Violation[] {
  return mappedIn(tree, scope, at).flatMap((mapped) => {
    const { mappings, path, model, creates } = mapped;
    if (!creates || mappings.some(({ kind }) => kind === "spread")) return [];
    return model.fields.flatMap((field) =>
      needsValue(field) && !isMapped(field, mapped)
        ? [
            {
              path: `${path}.mappings`,
              expected: `a mapping for ${field.name}`,
              found: "none",
              candidates: waysTo(field, mapped),
              advice: `${model.name}.${field.name} may not be empty and has no default; map it.`,
            },
          ]
        : [],
    );
  });
}

function needsValue({ optional, list, hasDefault, relation }: Field): boolean {
  return !optional && !list && !hasDefault && relation === null;
}

/** A foreign key is given by its column or by its relation, or by the row that this one is created with. */
function isMapped(field: Field, mapped: Mapped): boolean {
  const names = waysTo(field, mapped);
  return (
    names.some((name) => name.toLowerCase() === mapped.without.toLowerCase()) ||
    mapped.mappings.some((each) => each.kind !== "spread" && names.includes(each.member))
  );
}

function waysTo({ name }: Field, { model }: Mapped): readonly string[] {
  const relations = model.fields.filter(({ relation }) => relation?.fields.includes(name) === true);
  return [name, ...relations.map((each) => each.name)];
}
