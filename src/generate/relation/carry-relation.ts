import type { FieldType } from "../../change/field-type.js";
import type { Model } from "../../spec/database/database-spec.js";
import { ownWords } from "../../spec/words.js";
import type { Spec } from "../../spec/spec.js";
import type { NewCarrier, NewField } from "../add/new-field.js";
import { capital, partsOf } from "../create/conventions/spelling.js";
import type { NewRelation } from "./new-relation.js";

/**
 * What of a relation is carried through the code: the column that holds its key, and the row that it leads to where
 * that is shown. `carriers` are those of the column and of the row.
 */
export function fieldsOf(
  relation: NewRelation,
  carriers: { readonly column: readonly NewCarrier[]; readonly row: readonly NewCarrier[] },
  spec: Spec,
): readonly NewField[] {
  const { model, name, column, target, maker, filled, shown } = relation;
  const type: FieldType = { name: keyType(target), values: [], optional: filled === null };
  const doc = sentence(relation, spec);
  const key: NewField = {
    model,
    name: column,
    type,
    default: null,
    carriers: carriers.column,
    doc,
    key: { relation: name, target, maker, ...(filled !== null && { filled }) },
  };
  if (shown === null || carriers.row.length === 0) return [key];
  const row: NewField = {
    model,
    name,
    type,
    default: null,
    carriers: carriers.row,
    doc,
    joined: { ...shown, column },
  };
  return [key, row];
}

/** The type in DTOs of the key of a model. */
export function keyType({ fields }: Model): string {
  return fields.find(({ id }) => id)?.type === "Int" ? "int" : "uuid";
}

/** "Member who made the category, if known.", "Parent of the category, if any." */
function sentence({ model, name, maker, filled }: NewRelation, { database }: Spec): string {
  const own = (ownWords(database.models.keys()).get(model.name) ?? []).join(" ");
  return maker === null
    ? `${capital(partsOf(name).join(" "))} of the ${own}${filled === null ? ", if any" : ""}.`
    : `${capital(maker.name)} who made the ${own}, if known.`;
}
