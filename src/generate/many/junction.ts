import { editSchema } from "../create/schema/edit-schema.js";
import { readSchemaStyle } from "../create/schema/schema-style.js";
import type { Known } from "../create/known.js";
import type { NewModel, NewRelation } from "../create/new-model.js";
import type { Edit } from "../../source/edit.js";

/** A table whose rows tie one row of a model to one of another. */
export interface Junction {
  readonly model: NewModel;
  /** To whose rows the others are tied, and those. */
  readonly own: NewRelation;
  readonly other: NewRelation;
}

/** The schema with a junction: once per pair, found from either side, gone with either row. */
export function addJunction({ model, own, other }: Junction, known: Known): readonly Edit[] {
  return editSchema(model, known).map((edit) =>
    edit.path === model.path ? { ...edit, after: asJunction(edit.after ?? "", model, own, other) } : edit,
  );
}

function asJunction(text: string, { table }: NewModel, own: NewRelation, other: NewRelation): string {
  const at = text.lastIndexOf(`model ${table} {`);
  const block = text
    .slice(at)
    .replace(`@@index([${own.column}])`, `@@unique([${own.column}, ${other.column}])`)
    .replace(/(references: \[\w+\])(, onDelete: \w+)?\)/g, "$1, onDelete: Cascade)");
  return text.slice(0, at) + block;
}

/** The column that says when two rows were tied. */
export function createdOf(known: Known): string {
  return readSchemaStyle(known).time("created");
}
