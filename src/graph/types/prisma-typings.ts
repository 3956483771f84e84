import type { DatabaseSpec, Field, Model } from "../../spec/database/database-spec.js";

/** What an interface of the typings stands for. */
export type PrismaRole = "row" | "where" | "select" | "orderBy" | "data" | "args" | "count";

/** Typings of a Prisma client, and whose members its interfaces declare. */
export interface PrismaTypings {
  /** A TypeScript module that stands in for the generated client. */
  readonly text: string;
  /** Interface name → the model it belongs to and what it is for. */
  readonly owners: ReadonlyMap<string, { readonly model: string; readonly role: PrismaRole }>;
  /** The model whose name an input type's name starts with: `bbs_articlesWhereInput`, `bbs_articlesCreateWithout…`. */
  modelOf(typeName: string): string | null;
}

/**
 * Prints typings for a database that need no generated client and keep every key a declared member, so that the
 * checker can say of any name in any query or row which model's member it is. They are wider than the real ones
 * on purpose: a row has all its relations whatever was selected, values are `any`. Nothing is judged by them;
 * they only resolve names, and only those of the models that are used.
 */
export function printPrismaTypings(whole: DatabaseSpec, used: ReadonlySet<string>): PrismaTypings {
  // Relations to models that nobody uses are read as plain columns, which nobody names.
  const database = { ...whole, models: new Map([...whole.models].filter(([name]) => used.has(name))) };
  const owners = new Map<string, { model: string; role: PrismaRole }>();
  const parts = [HEADER];
  for (const model of database.models.values()) {
    const names = interfaceNames(model.name);
    for (const [role, name] of names) owners.set(name, { model: model.name, role });
    owners.set(`${model.name}_Row_Count`, { model: model.name, role: "count" });
    parts.push(...printModel(model, database));
  }
  const models = [...database.models.keys()];
  parts.push(
    "export namespace Prisma {",
    ...[...database.models.values()].flatMap((model) => [
      ...printNamespaceMembers(model.name),
      ...printPartialInputs(model, database),
    ]),
    ...NAMESPACE_MEMBERS,
    "}",
    "export class PrismaClient {",
    "constructor(options?: any);",
    ...models.map((name) => `${name}: Delegate<${name}_Row, ${name}_Args>;`),
    ...CLIENT_MEMBERS,
    "}",
    "export default PrismaClient;",
  );
  const longestFirst = [...whole.models.keys()].sort((a, b) => b.length - a.length);
  const modelOf = (typeName: string): string | null =>
    longestFirst.find(
      (name) => typeName.startsWith(name) && !/^[a-z_0-9]/.test(typeName.slice(name.length)),
    ) ?? null;
  return { text: parts.join("\n"), owners, modelOf };
}

const ROLES: readonly (readonly [PrismaRole, string])[] = [
  ["row", "_Row"],
  ["where", "_Where"],
  ["select", "_Select"],
  ["orderBy", "_OrderBy"],
  ["data", "_Data"],
  ["args", "_Args"],
  ["count", "_Count"],
];

function interfaceNames(model: string): readonly (readonly [PrismaRole, string])[] {
  return ROLES.map(([role, suffix]) => [role, model + suffix] as const);
}

function printModel(model: Model, database: DatabaseSpec): string[] {
  const name = model.name;
  const fields = model.fields;
  const lists = fields.filter((field) => isRelation(field, database) && field.list);
  const members = (print: (field: Field) => string): string =>
    fields.map((field) => `${field.name}?: ${print(field)};`).join(" ");
  const compounds = model.attributes
    .filter((attribute) => ["id", "unique"].includes(attribute.kind) && attribute.fields.length > 1)
    .map((attribute) => `${attribute.fields.join("_")}?: ${name}_Where;`)
    .join(" ");
  return [
    `export interface ${name}_Row { ${fields.map((field) => `${field.name}: ${rowType(field, database)};`).join(" ")} _count: ${name}_Row_Count; _sum: any; _avg: any; _min: any; _max: any; _all: any }`,
    `export type ${name}_Rows = ${name}_Row[];`,
    `export interface ${name}_Row_Count { ${fields.map((field) => `${field.name}: number;`).join(" ")} _all: number; }`,
    `export interface ${name}_Where { ${members((field) => whereType(field, database))} ${compounds} AND?: ${name}_Where | ${name}_Where[]; OR?: ${name}_Where[]; NOT?: ${name}_Where | ${name}_Where[]; }`,
    `export interface ${name}_Select { ${members((field) => (isRelation(field, database) ? `boolean | ${field.type}_Args` : "boolean"))} _count?: boolean | { select?: ${name}_Count }; }`,
    `export interface ${name}_Count { ${lists.map((field) => `${field.name}?: boolean | ${field.type}_Args;`).join(" ")} ${fields
      .filter((field) => !lists.includes(field))
      .map((field) => `${field.name}?: boolean;`)
      .join(" ")} _all?: boolean; }`,
    `export interface ${name}_OrderBy { ${members((field) => (isRelation(field, database) ? `${field.type}_OrderBy` : "any"))} _count?: any; }`,
    `export interface ${name}_Data { ${members((field) => dataType(field, database))} }`,
    `export interface ${name}_Args { where?: ${name}_Where; select?: ${name}_Select; include?: ${name}_Select; omit?: ${name}_Select; orderBy?: ${name}_OrderBy | ${name}_OrderBy[]; data?: ${name}_Data | ${name}_Data[]; create?: ${name}_Data; update?: ${name}_Data; cursor?: ${name}_Where; by?: any; distinct?: any; having?: ${name}_Where; _count?: boolean | ${name}_Count; _sum?: ${name}_Count; _avg?: ${name}_Count; _min?: ${name}_Count; _max?: ${name}_Count; skip?: number; take?: number; skipDuplicates?: boolean; }`,
  ];
}

function isRelation(field: Field, database: DatabaseSpec): boolean {
  return database.models.has(field.type);
}

function rowType(field: Field, database: DatabaseSpec): string {
  const base = isRelation(field, database) ? `${field.type}_Row` : (SCALARS[field.type] ?? "string");
  return field.list ? `${base}[]` : field.optional ? `${base} | null` : base;
}

function whereType(field: Field, database: DatabaseSpec): string {
  if (!isRelation(field, database)) return "any";
  const where = `${field.type}_Where`;
  return field.list
    ? `{ some?: ${where}; every?: ${where}; none?: ${where} }`
    : `${where} & { is?: ${where} | null; isNot?: ${where} | null } | null`;
}

function dataType(field: Field, database: DatabaseSpec): string {
  if (!isRelation(field, database)) return "any";
  const { type } = field;
  const nested = `${type}_Data | ${type}_Data[]`;
  return `{ create?: ${nested}; createMany?: { data: ${nested}; skipDuplicates?: boolean }; connect?: ${type}_Where | ${type}_Where[]; connectOrCreate?: any; disconnect?: any; set?: any; update?: any; updateMany?: any; upsert?: any; delete?: any; deleteMany?: ${type}_Where | ${type}_Where[] }`;
}

const SCALARS: Readonly<Record<string, string>> = {
  String: "string",
  Boolean: "boolean",
  Int: "number",
  BigInt: "bigint",
  Float: "number",
  Decimal: "any",
  DateTime: "Date",
  Json: "any",
  Bytes: "any",
};

/** Names of input types that code may write out, mapped to the one interface that has all their members. */
function printNamespaceMembers(name: string): string[] {
  const alias = (suffix: string, target: string): string => `export type ${name}${suffix} = ${target};`;
  return [
    `export type ${name}GetPayload<T = any> = ${name}_Row;`,
    ...["WhereInput", "WhereUniqueInput", "ScalarWhereInput", "ScalarWhereWithAggregatesInput"].map(
      (suffix) => alias(suffix, `${name}_Where`),
    ),
    ...["Select", "Include", "Omit"].map((suffix) => alias(suffix, `${name}_Select`)),
    alias("CountOutputTypeSelect", `${name}_Count`),
    ...[
      "OrderByWithRelationInput",
      "OrderByWithAggregationInput",
      "OrderByWithRelationAndSearchRelevanceInput",
    ].map((suffix) => alias(suffix, `${name}_OrderBy`)),
    ...[
      "CreateInput",
      "UncheckedCreateInput",
      "CreateManyInput",
      "UpdateInput",
      "UncheckedUpdateInput",
      "UpdateManyMutationInput",
      "UncheckedUpdateManyInput",
    ].map((suffix) => alias(suffix, `${name}_Data`)),
    ...[
      "FindMany",
      "FindFirst",
      "FindUnique",
      "FindFirstOrThrow",
      "FindUniqueOrThrow",
      "Create",
      "CreateMany",
    ]
      .concat([
        "Update",
        "UpdateMany",
        "Upsert",
        "Delete",
        "DeleteMany",
        "Aggregate",
        "Count",
        "Default",
        "GroupBy",
      ])
      .map((suffix) => alias(`${suffix}Args`, `${name}_Args`)),
    ...["findMany", "findFirst", "findUnique", "create", "update", "delete"].map((suffix) =>
      alias(`${suffix[0]?.toUpperCase()}${suffix.slice(1)}Payload`, `${name}_Row`),
    ),
    alias("Payload", `${name}_Row`),
  ];
}

/** `bbs_article_filesCreateWithoutArticleInput`: what is written below a parent. */
function printPartialInputs({ name, fields }: Model, database: DatabaseSpec): string[] {
  return fields
    .filter((field) => isRelation(field, database))
    .flatMap((field) => {
      const parent = field.name.charAt(0).toUpperCase() + field.name.slice(1);
      return ["Create", "UncheckedCreate", "Update", "UncheckedUpdate"].map(
        (verb) => `export type ${name}${verb}Without${parent}Input = ${name}_Data;`,
      );
    });
}

const NAMESPACE_MEMBERS = [
  "export type TransactionClient = PrismaClient;",
  'export type SortOrder = "asc" | "desc";',
  "export type JsonValue = any; export type InputJsonValue = any;",
  "export const JsonNull: any; export const DbNull: any; export const AnyNull: any;",
  "export const sql: any; export const join: any; export const empty: any; export const raw: any;",
  "export class PrismaClientKnownRequestError extends Error { code: string; meta?: any }",
  "export const validator: any; export const QueryMode: any; export type QueryMode = any;",
  "export class Decimal { constructor(value: any); toNumber(): number; toString(): string }",
];

const CLIENT_MEMBERS = [
  "$transaction<R>(work: (client: PrismaClient) => Promise<R>, options?: any): Promise<R>;",
  "$transaction<T extends readonly unknown[] | []>(work: T, options?: any): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }>;",
  "$queryRaw: any; $executeRaw: any; $queryRawUnsafe: any; $executeRawUnsafe: any;",
  "$connect(): Promise<void>; $disconnect(): Promise<void>; $on: any; $use: any;",
  "$extends(extension: any): PrismaClient;",
];

const HEADER = `
export interface Delegate<Row, Args> {
  findMany(args?: Args): Promise<Row[]>;
  findFirst(args?: Args): Promise<Row | null>;
  findUnique(args: Args): Promise<Row | null>;
  findFirstOrThrow(args?: Args): Promise<Row>;
  findUniqueOrThrow(args: Args): Promise<Row>;
  create(args: Args): Promise<Row>;
  createMany(args: Args): Promise<{ count: number }>;
  createManyAndReturn(args: Args): Promise<Row[]>;
  update(args: Args): Promise<Row>;
  updateMany(args: Args): Promise<{ count: number }>;
  upsert(args: Args): Promise<Row>;
  delete(args: Args): Promise<Row>;
  deleteMany(args?: Args): Promise<{ count: number }>;
  count(args?: Args): Promise<number>;
  aggregate(args: Args): Promise<any>;
  groupBy(args: Args): Promise<Row[]>;
}`;
