import type { Creation } from "../create-context.js";
import { type NewOperation, ownerOf, parentOf } from "../new-model.js";
import { findOwnRow, guardParent, guardReferences, parentParameter } from "./guards.js";
import { altered, answered, answerOf } from "./answer.js";
import { listBody } from "./list-body.js";
import { movedBody } from "./moved-body.js";
import { rowsName } from "./rows-name.js";
import { createdData, updatedData } from "./values.js";

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
        findOwnRow(creation, operation, ["id"]),
        ...guardReferences(creation, operation),
        ...updateBody(creation),
      ]);
    case "delete":
      return paragraphs([...guards, findOwnRow(creation, operation, ["id"]), deleteBody(creation)]);
    case "stub":
      return `throw new HttpException("${operation.key} is not written yet.", 501);`;
    case "restore":
    case "transition":
      return paragraphs([...guards, ...movedBody(creation, operation)]);
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
      ...(creation.existing?.collected ?? [
        ...(parent === null
          ? []
          : [`${rowsName(parent.target.name)}: { id: props.${parentParameter(operation)} }`]),
        ...(owner === null ? [] : [`${rowsName(owner.target.name)}: props.${operation.actor}`]),
      ]),
    ];
    const { selecting, returning } = answerOf(creation);
    return [
      `const record = await MyGlobal.prisma.${model.table}.create({
        data: await ${model.pascal}Collector.collect({ ${rows.join(", ")} }),${selecting === "" ? "" : `\n${selecting},`}
      });
      ${returning("record")}`,
    ];
  }
  const times = [schema.time("created"), ...(model.updatedAt ? [schema.time("updated")] : [])];
  const now = "toISOStringSafe(new Date())";
  const shared = times.length > 1;
  const data = [
    ...createdData(creation, operation),
    ...times.map((name) => `${name}: ${shared ? "now" : now}`),
  ];
  const answer = answerOf(creation);
  return [
    `${shared ? `const now = ${now};\n` : ""}const created = await MyGlobal.prisma.${model.table}.create({
      data: {
        ${data.join(",\n")}
      },${answer.selecting === "" ? "" : `\n${answer.selecting},`}
    });`,
    answer.returning("created"),
  ];
}

function readBody(creation: Creation, operation: NewOperation): readonly string[] {
  const { selecting, returning } = answerOf(creation);
  const { variable } = creation.model;
  return answered(creation, findOwnRow(creation, operation, selecting), returning(variable));
}

function updateBody(creation: Creation): readonly string[] {
  const { model, code, schema } = creation;
  const now = code.modular ? "new Date()" : "toISOStringSafe(new Date())";
  const data = [...updatedData(creation), ...(model.updatedAt ? [`${schema.time("updated")}: ${now}`] : [])];
  return altered(creation, data);
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
