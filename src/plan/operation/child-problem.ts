import type { Known } from "../../generate/create/known.js";
import type { NewModel } from "../../generate/create/new-model.js";
import type { Model } from "../../spec/database/database-spec.js";
import { type Found, refuse } from "../found.js";

/** Rows that others cannot be without are not erased for good until it is said what becomes of those. */
export function childProblem(
  model: Model,
  { softDelete }: NewModel,
  { database }: Known,
): Found<never> | null {
  if (softDelete) return null;
  for (const other of database.models.values())
    for (const { name, optional, relation } of other.fields) {
      if (relation?.target !== model.name || relation.fields.length === 0) continue;
      const rule = relation.onDelete ?? (optional ? "SetNull" : "Restrict");
      if (rule !== "Cascade" && rule !== "SetNull" && rule !== "SetDefault")
        return refuse(
          `${other.name}.${name} keeps rows of ${model.name} from being erased.`,
          `Say first what becomes of them: \`/autobe change on delete of ${name} of ${other.name} to cascade\`.`,
        );
    }
  return null;
}
