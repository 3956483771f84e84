import type { Creation } from "../create-context.js";
import { type Filter, filtersOf } from "../filters.js";
import { isSummarized, type NewOperation } from "../new-model.js";
import { given, scope } from "./guards.js";
import { responseEntries } from "./values.js";

/** Statements of an operation that lists: conditions, a page of rows, their number, the answer. */
export function listBody(creation: Creation, operation: NewOperation): string {
  const { existing, code } = creation;
  const transformed = existing?.listed === undefined || existing.listed.transformers.length > 0;
  return code.modular && transformed ? modularList(creation, operation) : flatList(creation, operation);
}

function modularList(creation: Creation, operation: NewOperation): string {
  const { model, code, schema, dto } = creation;
  const own = `src/transformers/${model.pascal}${isSummarized(model) ? "AtSummary" : ""}Transformer`;
  const path = creation.existing?.listed?.transformers[0] ?? own;
  const transformer = path.slice(path.lastIndexOf("/") + 1);
  return `const page = props.body.page ?? 1;
const limit = props.body.${dto.pageSize} ?? ${code.limit};
const skip = (page - 1) * limit;
const whereInput = {
  ${conditions(creation, operation)}
} satisfies Prisma.${model.table}WhereInput;
const data = await MyGlobal.prisma.${model.table}.findMany({
  where: whereInput,
  skip,
  take: limit,
  orderBy: { ${schema.time("created")}: "desc" },
  ...${transformer}.select(),
});
const total = await MyGlobal.prisma.${model.table}.count({
  where: whereInput,
});

return {
  pagination: {
    current: page,
    limit,
    records: total,
    pages: Math.ceil(total / limit),
  },
  data: await ArrayUtil.asyncMap(data, ${transformer}.transform),
} satisfies ${operation.response};`;
}

function flatList(creation: Creation, operation: NewOperation): string {
  const { model, code, schema, dto } = creation;
  const body = given(creation, "body");
  const listed = creation.existing?.listed;
  const shown =
    listed?.value?.("row") ?? `{\n${responseEntries(creation, "row", isSummarized(model)).join(",\n")}\n}`;
  const selecting = listed === undefined || listed.selecting === "" ? "" : `\n${listed.selecting},`;
  return `const page = Number(${body}.page ?? 1);
const limit = Number(${body}.${dto.pageSize} ?? ${code.limit});
const skip = (page - 1) * limit;

const where = {
  ${conditions(creation, operation)}
};
const [rows, total] = await Promise.all([
  MyGlobal.prisma.${model.table}.findMany({
    where,
    orderBy: { ${schema.time("created")}: "desc" },
    skip,
    take: limit,${selecting}
  }),
  MyGlobal.prisma.${model.table}.count({ where }),
]);

return {
  pagination: {
    current: Number(page),
    limit: Number(limit),
    records: Number(total),
    pages: Math.ceil(total / limit),
  },
  data: rows.map((row) => (${shown})),
};`;
}

function conditions(creation: Creation, operation: NewOperation): string {
  const all = creation.existing?.filters ?? filtersOf(creation.model, creation.dto);
  const filters = all.map((filter) => condition(creation, filter));
  return [...scope(creation, operation), ...filters].join(",\n");
}

/** A condition that holds only where the caller asks for it. */
function condition(creation: Creation, filter: Filter): string {
  const value = `${given(creation, "body")}.${filter.name}`;
  const { nullConditions } = creation.dto;
  if (filter.kind === "search") {
    const [first = "", ...others] = filter.columns.map(({ name }) => `{ ${name}: { contains: ${value} } }`);
    const asked = others.length === 0 ? first : `{ OR: [${[first, ...others].join(", ")}] }`;
    return nullConditions
      ? `...(${value} ? ${asked} : {})`
      : `...(${value} !== undefined && ${value} !== "" && ${asked})`;
  }
  const asked = `{ ${filter.column}: ${value} }`;
  if (!nullConditions) return `...(${value} !== undefined && ${asked})`;
  return filter.type === "boolean"
    ? `...(${value} !== undefined && ${value} !== null && ${asked})`
    : `...(${value} ? ${asked} : {})`;
}
