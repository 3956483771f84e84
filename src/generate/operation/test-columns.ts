import type { Dto } from "../../spec/interface/interface-spec.js";
import type { Creation } from "../create/create-context.js";
import type { NewColumn, NewOperation } from "../create/new-model.js";
import { propertyFor } from "./existing-columns.js";
import { testFilters } from "./test-filters.js";

/**
 * What a test can speak of: columns, and keys of references, that the operation's body takes and its answer shows.
 */
export function testColumns(creation: Creation, operation: NewOperation): Creation {
  const { model, existing, known, dto } = creation;
  if (existing === undefined) return creation;
  const { dtos } = known.api;
  const taken = dtos.get(operation.body ?? "");
  const shown = dtos.get(`I${model.pascal}`);
  const name = (of: Dto | undefined, column: string): string | null =>
    propertyFor(of, existing.model, column, known.api)?.name ?? null;
  // A body that is made with the operation spells its properties as the backend usually does.
  const isNew = operation.body !== null && taken === undefined;
  const speaks = ({ name: column, scalar }: NewColumn): boolean => {
    if (operation.kind === "transition" || operation.kind === "list") return true;
    if (operation.body === null) return false;
    // A body that is made with the operation has every column that the model is given with.
    const property = taken === undefined ? null : propertyFor(taken, existing.model, column, known.api);
    const spelled = taken === undefined ? dto.spell(column) : property?.name;
    const asked = operation.kind !== "create" || taken === undefined || property?.optional === false;
    const other = shown?.properties.find((each) => each.name === (name(shown, column) ?? spelled));
    return asked && other !== undefined && scalar !== "datetime" && other.references.length === 0;
  };
  const filters = operation.kind === "list" ? testFilters(creation, operation) : undefined;
  const key = (column: string): string | null => name(taken, column);
  return {
    ...creation,
    existing: {
      ...existing,
      ...(filters === undefined ? {} : { filters }),
      shown: (column) => name(shown, column),
    },
    model: {
      ...model,
      columns: model.columns.filter(speaks).map((column) => ({ ...column, default: null, optional: false })),
      relations: model.relations.filter(({ role, column }) => role !== "reference" || key(column) !== null),
    },
    dto: {
      ...dto,
      spell: (column) => name(taken, column) ?? (isNew ? null : name(shown, column)) ?? dto.spell(column),
      key: (column) => key(column) ?? dto.key(column),
    },
  };
}
