import { valueType } from "./dto/column-types.js";
import { UUID } from "../scalars.js";
import type { DtoStyle } from "./dto/dto-style.js";
import { type NewColumn, type NewModel, type NewRelation, referencesOf } from "./new-model.js";

/** A condition by which a list can be narrowed. */
export type Filter =
  | {
      readonly kind: "search";
      readonly name: string;
      readonly type: string;
      readonly columns: readonly NewColumn[];
    }
  | {
      readonly kind: "equal";
      readonly name: string;
      readonly type: string;
      readonly column: string;
      readonly of: NewColumn | NewRelation;
    };

/** Texts are searched; flags, values of a set and references have to be equal. */
export function filtersOf(model: NewModel, style: Pick<DtoStyle, "spell" | "key">): readonly Filter[] {
  const texts = model.columns.filter(({ scalar, values }) => scalar === "string" && values.length === 0);
  const taken = model.columns.some(({ name }) => style.spell(name) === "search");
  const search: readonly Filter[] =
    texts.length === 0 || taken ? [] : [{ kind: "search", name: "search", type: "string", columns: texts }];
  const columns = model.columns
    .filter(({ scalar, values }) => scalar === "boolean" || values.length > 0)
    .map((of): Filter => ({
      kind: "equal",
      name: style.spell(of.name),
      type: valueType(of),
      column: of.name,
      of,
    }));
  const keys = referencesOf(model).map((of): Filter => ({
    kind: "equal",
    name: style.key(of.column),
    type: UUID,
    column: of.column,
    of,
  }));
  return [...search, ...columns, ...keys];
}
