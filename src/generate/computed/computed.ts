import type { Computation } from "../../change/kinds/add-property.js";
import type { Field, Model } from "../../spec/database/database-spec.js";
import type { NewField } from "../add/new-field.js";
import type { RowView } from "./row-view.js";

/** What a property shows of the rows that lead to another one. */
export interface Computed {
  readonly how: Computation;
  /** The list that holds them: "comments". */
  readonly relation: Field;
  readonly target: Model;
  /** The column that is empty while a row lives; null where rows are not removed softly. */
  readonly alive: string | null;
  /** The column that they are put in order by; null where that does not matter. */
  readonly order: string | null;
  /** How such a row is shown; null where none is. */
  readonly view: RowView | null;
  /** Where rows only tie two others together: the relation to the other one, and the column that is empty while that lives. */
  readonly through?: { readonly relation: string; readonly target: string; readonly alive: string | null };
}

/** A property without a column. */
export type ComputedField = NewField & { readonly computed: Computed };

/** Rows that were removed softly are gone for callers. */
export function livingOnly({ alive, through }: Computed): string | null {
  if (through?.alive != null) return `where: { ${through.relation}: { ${through.alive}: null } }`;
  return alive === null ? null : `where: { ${alive}: null }`;
}

/** What a row counts: `comments: true`, `comments: { where: { deleted_at: null } }`. */
export function countEntry(computed: Computed): string {
  const where = livingOnly(computed);
  return `${computed.relation.name}: ${where === null ? "true" : `{ ${where} }`}`;
}

/** What a row brings along: the rows that it shows, in their order. */
export function rowsEntry(computed: Computed): string {
  const { how, relation, order, view } = computed;
  const parts = [
    view?.selecting ?? "",
    livingOnly(computed) ?? "",
    order === null ? "" : `orderBy: { ${order}: "${how === "latest" ? "desc" : "asc"}" }`,
    how === "latest" ? "take: 1" : "",
  ].filter((part) => part !== "");
  return `${relation.name}: ${parts.length === 0 ? "true" : `{ ${parts.join(", ")} }`}`;
}
