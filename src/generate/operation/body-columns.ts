import type { Dto } from "../../spec/interface/interface-spec.js";
import type { Model } from "../../spec/database/database-spec.js";
import type { Creation } from "../create/create-context.js";
import { type DtoStyle, pageSizeOf } from "../create/dto/dto-style.js";
import { type Filter, filtersOf } from "../create/filters.js";
import type { NewModel, NewOperation } from "../create/new-model.js";
import { propertyFor } from "./existing-columns.js";
import { fieldOf } from "./shown-column.js";

/** What an operation's body says about a row: the columns and references of it that its DTO has. */
export type Taken =
  | {
      readonly ok: true;
      readonly model: Pick<NewModel, "columns" | "relations">;
      readonly dto: DtoStyle;
      readonly filters: readonly Filter[] | null;
    }
  | { readonly ok: false; readonly reason: string; readonly remedy: string };

export function bodyColumns(creation: Creation, operation: NewOperation, table: Model): Taken {
  const { model, dto, known, code } = creation;
  const taken = known.api.dtos.get(operation.body ?? "");
  if (taken === undefined)
    return { ok: true, model: ownColumns(creation, operation, table), dto, filters: null };
  const name = (of: Dto, column: string): string | null =>
    propertyFor(of, table, column, known.api)?.name ?? null;
  const style: DtoStyle = {
    ...dto,
    spell: (column) => name(taken, column) ?? dto.spell(column),
    key: (column) => name(taken, column) ?? dto.key(column),
  };
  if (operation.kind === "list") {
    const pageSize = pageSizeOf(taken) ?? style.pageSize;
    const known = new Set(["page", pageSize, ...filtersOf(model, style).map((each) => each.name)]);
    const strange = taken.properties.find((each) => !known.has(each.name));
    if (strange !== undefined) return unknown(taken.name, strange.name);
    const names = new Set(taken.properties.map((each) => each.name));
    return {
      ok: true,
      model,
      dto: { ...style, pageSize },
      filters: filtersOf(model, style).filter((each) => names.has(each.name)),
    };
  }
  const collected = operation.kind === "create" && code.modular;
  const strange = taken.properties.find((property) => fieldOf(property, table) === null);
  if (strange !== undefined && !collected) return unknown(taken.name, strange.name);
  const relations = model.relations.filter(
    ({ role, column }) => role !== "reference" || name(taken, column) !== null,
  );
  const columns = model.columns
    .filter((column) => name(taken, column.name) !== null)
    .map((column) => {
      const property = taken.properties.find((each) => each.name === name(taken, column.name));
      return { ...column, optional: /\bnull\b/.test(property?.type ?? "") || property?.optional === true };
    });
  return { ok: true, model: { columns, relations }, dto: style, filters: null };
}

function unknown(dto: string, property: string): Taken {
  return {
    ok: false,
    reason: `${dto}.${property} is no column, and no other operation of the kind says what becomes of it.`,
    remedy: "Add that operation by hand.",
  };
}

/** For a body that is not there yet: what a new row is made of may be changed later, but for what nobody may say. */
function ownColumns(
  { model, known, dto }: Creation,
  { kind }: NewOperation,
  table: Model,
): Pick<NewModel, "columns" | "relations"> {
  const creates = known.api.dtos.get(`I${model.pascal}.ICreate`);
  if (kind !== "update" || creates === undefined) return model;
  const has = (column: string): boolean => propertyFor(creates, table, column, known.api) !== null;
  return {
    columns: model.columns.filter(({ name }) => has(name) && dto.spell(name) !== ""),
    relations: model.relations.filter(({ role, column }) => role !== "reference" || has(column)),
  };
}
