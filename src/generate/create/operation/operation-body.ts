import { camelOf } from "../conventions/spelling.js";
import type { Creation } from "../create-context.js";
import { type NewOperation, ownerOf, parentOf } from "../new-model.js";
import { findOwnRow, guardParent, guardReferences, parentParameter } from "./guards.js";
import { listBody } from "./list-body.js";
import { createdData, responseEntries, updatedData } from "./values.js";

/** The statements of an operation, in paragraphs. */
export function operationBody(creation: Creation, operation: NewOperation): string {
  const guards = [guardParent(creation, operation)];
  switch (operation.kind) {
    case "create":
      return paragraphs([
        ...guards,
        ...guardReferences(creation, operation),
        ...createBody(creation, operation),
      ]);
    case "list":
      return paragraphs([...guards, listBody(creation, operation)]);
    case "read":
      return paragraphs([...guards, ...readBody(creation, operation)]);
    case "update":
      return paragraphs([
        ...guards,
        findOwnRow(creation, operation, "select: { id: true }"),
        ...guardReferences(creation, operation),
        ...updateBody(creation),
      ]);
    case "delete":
      return paragraphs([
        ...guards,
        findOwnRow(creation, operation, "select: { id: true }"),
        deleteBody(creation),
      ]);
  }
}

function paragraphs(statements: readonly string[]): string {
  return statements.filter((each) => each !== "").join("\n\n");
}

function createBody(creation: Creation, operation: NewOperation): readonly string[] {
  const { model, code, schema } = creation;
  if (code.modular) {
    const parent = parentOf(model);
    const owner = ownerOf(model);
    const rows = [
      "body: props.body",
      ...(parent === null
        ? []
        : [`${rowsName(parent.target.name)}: { id: props.${parentParameter(operation)} }`]),
      ...(owner === null ? [] : [`${rowsName(owner.target.name)}: props.${operation.actor}`]),
    ];
    return [
      `const record = await MyGlobal.prisma.${model.table}.create({
        data: await ${model.pascal}Collector.collect({ ${rows.join(", ")} }),
        ...${model.pascal}Transformer.select(),
      });
      return await ${model.pascal}Transformer.transform(record);`,
    ];
  }
  const times = [schema.time("created"), ...(model.updatedAt ? [schema.time("updated")] : [])];
  const now = "toISOStringSafe(new Date())";
  const shared = times.length > 1;
  const data = [
    ...createdData(creation, operation),
    ...times.map((name) => `${name}: ${shared ? "now" : now}`),
  ];
  return [
    `${shared ? `const now = ${now};\n` : ""}const created = await MyGlobal.prisma.${model.table}.create({
      data: {
        ${data.join(",\n")}
      },
    });`,
    returned(creation, "created"),
  ];
}

/** Name under which a collector is given the row that something belongs to: `bbsArticles`. */
export function rowsName(table: string): string {
  return camelOf(table.split("_"));
}

function readBody(creation: Creation, operation: NewOperation): readonly string[] {
  const { model, code } = creation;
  if (!code.modular) return [findOwnRow(creation, operation, ""), returned(creation, model.variable)];
  const transformer = `${model.pascal}Transformer`;
  const find = findOwnRow(creation, operation, `...${transformer}.select()`);
  return [`${find}\nreturn await ${transformer}.transform(${model.variable});`];
}

function updateBody(creation: Creation): readonly string[] {
  const { model, code, schema } = creation;
  const now = code.modular ? "new Date()" : "toISOStringSafe(new Date())";
  const data = [...updatedData(creation), ...(model.updatedAt ? [`${schema.time("updated")}: ${now}`] : [])];
  const transformer = `${model.pascal}Transformer`;
  const update = `const updated = await MyGlobal.prisma.${model.table}.update({
    where: { id: ${model.variable}.id },
    data: {
      ${data.join(",\n")}
    },${code.modular ? `\n...${transformer}.select(),` : ""}
  });`;
  return code.modular
    ? [`${update}\nreturn await ${transformer}.transform(updated);`]
    : [update, returned(creation, "updated")];
}

function returned(creation: Creation, row: string): string {
  return `return {\n${responseEntries(creation, row, false).join(",\n")}\n};`;
}

function deleteBody({ model, code, schema }: Creation): string {
  const where = `where: { id: ${model.variable}.id }`;
  if (!model.softDelete) return `await MyGlobal.prisma.${model.table}.delete({ ${where} });`;
  const now = code.modular ? "new Date()" : "toISOStringSafe(new Date())";
  return `await MyGlobal.prisma.${model.table}.update({
    ${where},
    data: { ${schema.time("deleted")}: ${now} },
  });`;
}
