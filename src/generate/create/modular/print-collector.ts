import { importHeader } from "../code/import-header.js";
import { missingImports } from "../code/missing-imports.js";
import type { Creation } from "../create-context.js";
import { type NewRelation, referencesOf } from "../new-model.js";
import { rowsName } from "../operation/rows-name.js";
import { createdValue } from "../operation/values.js";
import { formatCode } from "../text/format-code.js";
import { firstUnder } from "./first-under.js";

/** The file of the collector: what callers send becomes a row. Null where there is no other one to follow. */
export function printCollector(creation: Creation, path: string): string | null {
  const { model, known, schema, code } = creation;
  const neighbour = firstUnder(known, "src/collectors/");
  if (neighbour === null) return null;
  const header = importHeader(neighbour, path, { structures: [`I${model.pascal}`, "IEntity"] });
  const above = model.relations.filter(({ role }) => role !== "reference");
  const taken = [
    `body: I${model.pascal}.ICreate`,
    ...above.map(({ target }) => `${rowsName(target.name)}: IEntity`),
  ];
  const entries = [
    "id: v4()",
    ...above.map(({ name, target }) => `${name}: { connect: { id: props.${rowsName(target.name)}.id } }`),
    ...referencesOf(model).map((relation) => connected(creation, relation)),
    ...model.columns.map((column) => `${column.name}: ${createdValue(creation, column, "props.body")}`),
    `${schema.time("created")}: new Date()`,
    ...(model.updatedAt ? [`${schema.time("updated")}: new Date()`] : []),
  ];
  const text = `export namespace ${model.pascal}Collector {
    export async function collect(props: { ${taken.join("; ")} }) {
      return {
        ${entries.join(",\n")}
      } satisfies Prisma.${model.table}CreateInput;
    }
  }`;
  const more = missingImports(header, text, path, known);
  return formatCode(`${[header, ...more].join("\n")}\n\n${text}`, code.width);
}

function connected({ dto }: Creation, { name, column, optional }: NewRelation): string {
  const value = `props.body.${dto.key(column)}`;
  const connect = `{ connect: { id: ${value} } }`;
  return `${name}: ${optional ? `${value} ? ${connect} : undefined` : connect}`;
}
