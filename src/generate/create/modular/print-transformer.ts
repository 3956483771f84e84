import { importHeader } from "../code/import-header.js";
import { missingImports } from "../code/missing-imports.js";
import type { Creation } from "../create-context.js";
import { UUID, union } from "../../scalars.js";
import { summaryColumns } from "../dto/print-dto.js";
import type { View } from "../dto/views.js";
import type { Known } from "../known.js";
import { shownValue } from "../operation/values.js";
import { formatCode } from "../text/format-code.js";
import { firstUnder } from "./first-under.js";

/** What a transformer makes of a row. */
export interface Transformed {
  /** File of the transformer, which is called like its namespace. */
  readonly path: string;
  readonly table: string;
  readonly dto: string;
  /** Further structures that its types name. */
  readonly structures: readonly string[];
  /** Paths of the transformers that it uses. */
  readonly transformers: readonly string[];
  /** Members of its `select`, and of what it makes of the variable `input`. */
  readonly selected: readonly string[];
  readonly entries: readonly string[];
}

/** The file of a new model's transformer: a row becomes what responses show. Null where there is no other one to follow. */
export function printTransformer(creation: Creation, path: string, summary: boolean): string | null {
  const { model, dto, schema, views, known, code } = creation;
  const shown = views.filter(({ relation }) => !summary || relation.role !== "parent");
  const summaries = shown.flatMap((view) => view.summary ?? []);
  const columns = summary ? summaryColumns(model) : model.columns;
  const times = [schema.time("created"), ...(model.updatedAt && !summary ? [schema.time("updated")] : [])];
  return printTransformerOf(
    {
      path,
      table: model.table,
      dto: `I${model.pascal}${summary ? ".ISummary" : ""}`,
      structures: [...summaries.map((each) => each.dto.split(".")[0] ?? ""), "IEntity"],
      transformers: summaries.map(({ transformer }) => `src/transformers/${transformer}`),
      selected: [
        "id: true",
        ...shown.map(({ relation, summary: row }) =>
          row === null ? `${relation.column}: true` : `${relation.name}: ${row.transformer}.select()`,
        ),
        ...columns.map(({ name }) => `${name}: true`),
        ...times.map((name) => `${name}: true`),
      ],
      entries: [
        "id: input.id",
        ...shown.map((view) => transformed(view, creation)),
        ...columns.map((column) => `${dto.spell(column.name)}: ${shownValue(column, "input")}`),
        ...times.map((name) => `${dto.spell(name)}: toISOStringSafe(input.${name})`),
      ],
    },
    known,
    code.width,
  );
}

/** The file of a transformer; null where there is no other one to follow. */
export function printTransformerOf(made: Transformed, known: Known, width: number): string | null {
  const { path, table, dto, structures, transformers, selected, entries } = made;
  const neighbour = firstUnder(known, "src/transformers/");
  if (neighbour === null) return null;
  const header = importHeader(neighbour, path, {
    structures: [...new Set([dto.split(".")[0] ?? "", ...structures])],
    transformers: [...new Set(transformers)].sort(),
  });
  const text = `export namespace ${/(\w+)\.ts$/.exec(path)?.[1] ?? ""} {
    export type Payload = Prisma.${table}GetPayload<
      ReturnType<typeof select>
    >;

    export function select() {
      return {
        select: {
          ${selected.join(",\n")}
        },
      } satisfies Prisma.${table}FindManyArgs;
    }

    export async function transform(input: Payload): Promise<${dto}> {
      return {
        ${entries.join(",\n")}
      };
    }
  }`;
  const more = missingImports(header, text, path, known);
  return formatCode(`${[header, ...more].join("\n")}\n\n${text}`, width);
}

function transformed({ relation, summary }: View, { dto }: Creation): string {
  const { name, column, optional } = relation;
  if (summary === null)
    return `${dto.key(column)}: input.${column} as ${union(UUID, ...(optional ? ["null"] : []))}`;
  const made = `await ${summary.transformer}.transform(input.${name})`;
  return `${dto.spell(name)}: ${optional ? `input.${name} ? ${made} : null` : made}`;
}
