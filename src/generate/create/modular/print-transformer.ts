import { importHeader } from "../code/import-header.js";
import { missingImports } from "../code/missing-imports.js";
import type { Creation } from "../create-context.js";
import { UUID, union } from "../../scalars.js";
import { summaryColumns } from "../dto/print-dto.js";
import type { View } from "../dto/views.js";
import { shownValue } from "../operation/values.js";
import { formatCode } from "../text/format-code.js";
import { firstUnder } from "./first-under.js";

/** The file of a transformer: a row becomes what responses show. Null where there is no other one to follow. */
export function printTransformer(creation: Creation, path: string, summary: boolean): string | null {
  const { model, known, code, dto, schema, views } = creation;
  const neighbour = firstUnder(known, "src/transformers/");
  if (neighbour === null) return null;
  const shown = views.filter(({ relation }) => !summary || relation.role !== "parent");
  const summaries = shown.flatMap((view) => view.summary ?? []);
  const header = importHeader(neighbour, path, {
    structures: [
      ...new Set([`I${model.pascal}`, ...summaries.map((each) => each.dto.split(".")[0] ?? ""), "IEntity"]),
    ],
    transformers: [...new Set(summaries.map(({ transformer }) => `src/transformers/${transformer}`))].sort(),
  });
  const columns = summary ? summaryColumns(model) : model.columns;
  const times = [schema.time("created"), ...(model.updatedAt && !summary ? [schema.time("updated")] : [])];
  const selected = [
    "id: true",
    ...shown.map(({ relation, summary: row }) =>
      row === null ? `${relation.column}: true` : `${relation.name}: ${row.transformer}.select()`,
    ),
    ...columns.map(({ name }) => `${name}: true`),
    ...times.map((name) => `${name}: true`),
  ];
  const entries = [
    "id: input.id",
    ...shown.map((view) => transformed(view, creation)),
    ...columns.map((column) => `${dto.spell(column.name)}: ${shownValue(column, "input")}`),
    ...times.map((name) => `${dto.spell(name)}: toISOStringSafe(input.${name})`),
  ];
  const text = `export namespace ${model.pascal}${summary ? "AtSummary" : ""}Transformer {
    export type Payload = Prisma.${model.table}GetPayload<
      ReturnType<typeof select>
    >;

    export function select() {
      return {
        select: {
          ${selected.join(",\n")}
        },
      } satisfies Prisma.${model.table}FindManyArgs;
    }

    export async function transform(input: Payload): Promise<I${model.pascal}${summary ? ".ISummary" : ""}> {
      return {
        ${entries.join(",\n")}
      };
    }
  }`;
  const more = missingImports(header, text, path, known);
  return formatCode(`${[header, ...more].join("\n")}\n\n${text}`, code.width);
}

function transformed({ relation, summary }: View, { dto }: Creation): string {
  const { name, column, optional } = relation;
  if (summary === null)
    return `${dto.key(column)}: input.${column} as ${union(UUID, ...(optional ? ["null"] : []))}`;
  const made = `await ${summary.transformer}.transform(input.${name})`;
  return `${dto.spell(name)}: ${optional ? `input.${name} ? ${made} : null` : made}`;
}
