import type { Creation } from "../create/create-context.js";
import { type Filter, filtersOf } from "../create/filters.js";
import { textOf } from "../create/known.js";
import { operationOf, type NewOperation } from "../create/new-model.js";

/** The filters of a list that a test can try: what makers of rows may say, and the list's code looks at. */
export function testFilters(
  { model, dto, known, existing }: Creation,
  operation: NewOperation,
): readonly Filter[] {
  const { dtos } = known.api;
  const create = operationOf(model, "create");
  const given = new Set(dtos.get(create?.body ?? "")?.properties.map(({ name }) => name));
  const request = dtos.get(operation.body ?? "");
  const asked = new Set(request?.properties.map(({ name }) => name));
  const other = model.operations.find((each) => each.kind === "list" && each !== operation);
  const text = textOf(known, other?.provider.path ?? "");
  return (existing?.filters ?? filtersOf(model, dto)).flatMap((filter): readonly Filter[] => {
    if (request !== undefined && !asked.has(filter.name)) return [];
    if (filter.kind === "equal")
      return given.has(filter.name) && (text === "" || new RegExp(`\\b${filter.column}:`).test(text))
        ? [filter]
        : [];
    const columns = filter.columns.filter(
      ({ name }) =>
        given.has(dto.spell(name)) && (text === "" || new RegExp(`\\b${name}: \\{\\s*contains`).test(text)),
    );
    return columns.length === 0 ? [] : [{ ...filter, columns }];
  });
}
