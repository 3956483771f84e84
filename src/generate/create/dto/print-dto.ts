import { capital, partsOf, withArticle } from "../conventions/spelling.js";
import type { SchemaStyle } from "../schema/schema-style.js";
import { formatCode } from "../text/format-code.js";
import { isSummarized, type NewColumn, type NewModel, operationOf, referencesOf } from "../new-model.js";
import { filtersOf } from "../filters.js";
import { inputType, valueType } from "./column-types.js";
import { union, UUID } from "../../scalars.js";
import type { DtoStyle } from "./dto-style.js";
import type { View } from "./views.js";
import { insideComment } from "../../../spec/inside-comment.js";

interface Property {
  readonly doc: string;
  /** The column it carries; null for none. */
  readonly column: string | null;
  readonly text: string;
}

/** The file of a new model's DTOs: the whole one, and what operations take and lists show. */
export function printDto(
  model: NewModel,
  views: readonly View[],
  style: DtoStyle,
  schema: SchemaStyle,
  width: number,
): string {
  const { noun } = model;
  const members = [
    ...(operationOf(model, "create") === null
      ? []
      : [
          member(model, style, "ICreate", `Information of a new ${noun}.`, inputs(model, style, false), true),
        ]),
    ...(operationOf(model, "update") === null
      ? []
      : [
          member(
            model,
            style,
            "IUpdate",
            `New values of ${withArticle(noun)}.`,
            inputs(model, style, true),
            true,
          ),
        ]),
    ...(operationOf(model, "list") === null ? [] : [request(model, style)]),
    ...(isSummarized(model)
      ? [
          member(
            model,
            style,
            "ISummary",
            `${capital(noun)} in a list.`,
            outputs(model, views, style, schema, true),
            true,
          ),
        ]
      : []),
  ];
  const whole = outputs(model, views, style, schema, false);
  const base = [
    comment([`${capital(noun)}.`, "", `@x-autobe-database-schema ${model.table}`, ...style.tags], true),
    `export type I${model.pascal} = {`,
    whole.map((each) => printProperty(each, style, true)).join("\n\n"),
    "};",
  ];
  const space = [`export namespace I${model.pascal} {`, members.join("\n\n"), "}"];
  const text = [...imports(views), "", ...base, ...(members.length === 0 ? [] : space)].join("\n");
  return formatCode(text, width);
}

function imports(views: readonly View[]): readonly string[] {
  const bases = views.flatMap(({ summary }) => (summary === null ? [] : [summary.dto.split(".")[0] ?? ""]));
  const lines = [...new Set(bases)].sort().map((base) => `import { ${base} } from "./${base}";`);
  return [`import { tags } from "typia";`, ...(lines.length === 0 ? [] : ["", ...lines])];
}

function member(
  model: NewModel,
  style: DtoStyle,
  name: string,
  doc: string,
  properties: readonly (Property | string)[],
  tagged: boolean,
): string {
  const tags = tagged && style.memberTags ? ["", `@x-autobe-database-schema ${model.table}`] : [];
  const gap = style.memberDocs ? "\n\n" : "\n";
  const body = properties.map((each) =>
    typeof each === "string" ? each : printProperty(each, style, style.memberDocs),
  );
  return [comment([doc, ...tags], style.blockDocs), `export type ${name} = {`, body.join(gap), "};"].join(
    "\n",
  );
}

function printProperty({ doc, column, text }: Property, style: DtoStyle, documented: boolean): string {
  if (!documented) return text;
  const tags =
    style.propertyTags && column !== null ? ["", `@x-autobe-database-schema-property ${column}`] : [];
  return `${comment([doc, ...tags], style.blockDocs)}\n${text}`;
}

function comment(lines: readonly string[], block: boolean): string {
  const text = lines.map(insideComment);
  if (!block && text.length === 1) return `/** ${text[0]} */`;
  return ["/**", ...text.map((line) => ` * ${line}`.trimEnd()), " */"].join("\n");
}

/** What callers give; all of it may be left out where a row is there already. */
function inputs(model: NewModel, style: DtoStyle, partial: boolean): readonly Property[] {
  const keys = referencesOf(model).map(({ name, column, optional }): Property => {
    const type = input(UUID, optional, partial || optional, style);
    return { doc: sentence(name), column, text: `${style.key(column)}${type}` };
  });
  const columns = model.columns.map((column): Property => {
    const open = partial || column.optional || column.default !== null;
    const type = input(inputType(column), column.optional, open, style);
    const doc = partial ? sentence(column.name) : describe(column);
    return { doc, column: column.name, text: `${style.spell(column.name)}${type}` };
  });
  return [...keys, ...columns];
}

function input(type: string, nullable: boolean, open: boolean, style: DtoStyle): string {
  const others = [...(nullable ? ["null"] : []), ...(open && style.saysUndefined ? ["undefined"] : [])];
  return `${open ? "?" : ""}: ${union(type, ...others)};`;
}

function request(model: NewModel, style: DtoStyle): string {
  const open = [...(style.nullConditions ? ["null"] : []), ...(style.saysUndefined ? ["undefined"] : [])];
  const paging = style.paging ?? [
    `page?: ${union(`number & tags.Type<"int32"> & tags.Minimum<1>`, ...open)};`,
    `${style.pageSize}?: ${union(`number & tags.Type<"int32"> & tags.Minimum<1> & tags.Maximum<100>`, ...open)};`,
  ];
  const conditions = filtersOf(model, style).map((filter): Property => {
    const doc =
      filter.kind === "search"
        ? `Part of ${filter.columns.map(({ name }) => `the ${name}`).join(" or of ")}.`
        : `Only rows with this value of ${partsOf(filter.of.name).join(" ")}.`;
    return { doc, column: null, text: `${filter.name}?: ${union(filter.type, ...open)};` };
  });
  return member(
    model,
    style,
    "IRequest",
    `Conditions of a page of ${model.nouns}.`,
    [...paging, ...conditions],
    false,
  );
}

/** What responses show. */
function outputs(
  model: NewModel,
  views: readonly View[],
  style: DtoStyle,
  schema: SchemaStyle,
  summary: boolean,
): readonly Property[] {
  const time = (event: "created" | "updated"): Property => {
    const name = schema.time(event);
    const doc = schema.doc(name)?.split("\n")[0] ?? sentence(`${event} at`);
    return { doc, column: name, text: `${style.spell(name)}: string & tags.Format<"date-time">;` };
  };
  const relations = views
    .filter(({ relation }) => !summary || relation.role !== "parent")
    .map(({ relation, summary: shown }): Property => {
      const type = shown?.dto ?? UUID;
      const name = shown === null ? style.key(relation.column) : style.spell(relation.name);
      const text = `${name}: ${union(type, ...(relation.optional ? ["null"] : []))};`;
      return { doc: sentence(relation.name), column: relation.column, text };
    });
  const columns = (summary ? summaryColumns(model) : model.columns).map((column): Property => {
    const type = union(valueType(column), ...(column.optional ? ["null"] : []));
    return { doc: sentence(column.name), column: column.name, text: `${style.spell(column.name)}: ${type};` };
  });
  return [
    { doc: schema.doc("id")?.split("\n")[0] ?? "Primary Key.", column: "id", text: `id: ${UUID};` },
    ...relations,
    ...columns,
    time("created"),
    ...(model.updatedAt && !summary ? [time("updated")] : []),
  ];
}

/** Of what is always there, everything but texts behind the first one, which are for those who read the whole. */
export function summaryColumns({ columns }: NewModel): readonly NewColumn[] {
  const always = columns.filter(({ optional }) => !optional);
  const isText = ({ scalar, values }: NewColumn): boolean => scalar === "string" && values.length === 0;
  const title = always.find(isText);
  return always.filter((column) => !isText(column) || column === title);
}

function describe({ name, default: value }: NewColumn): string {
  return value === null
    ? sentence(name)
    : `${capital(partsOf(name).join(" "))}, ${value.replaceAll('"', "`")} by default.`;
}

function sentence(name: string): string {
  return `${capital(partsOf(name).join(" "))}.`;
}
