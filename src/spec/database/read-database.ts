import { LRUCache } from "lru-cache";
import type { Backend, BackendFile } from "../../source/backend.js";
import { classify } from "../../source/layout.js";
import { checkSchema } from "./check-schema.js";
import type { BlockAttribute, DatabaseSpec, EnumBlock, Field, Model } from "./database-spec.js";
import { parseSchema } from "./parse-schema.js";
import { readRelation } from "./read-relation.js";
import { readStances } from "./read-stance.js";
import type { AttributeSyntax, BlockSyntax, FieldSyntax } from "./schema-syntax.js";

type Plain = Omit<Model, "stance">;

/** Reads every schema file of a backend. A schema that cannot be read gives a SpecError naming file and line. */
export function readDatabase(backend: Backend): DatabaseSpec {
  const files = [...backend.files.values()].filter(
    (file) => classify(file.path) === "model" && file.text !== null,
  );
  const blocks = files.flatMap(parseOnce);
  checkSchema(blocks);
  const syntax = new Map(blocks.filter(isTable).map((block) => [block.name, block]));
  const plain = new Map([...syntax.values()].map((block) => [block.name, readModel(block, syntax)]));
  const stances = readStances(plain, backend);
  const datasource = blocks.find((block) => block.keyword === "datasource");
  return {
    files: files.map((file) => file.path),
    provider: datasource?.settings.get("provider")?.replace(/^"|"$/g, "") ?? null,
    models: new Map(
      [...plain.values()].map((model) => [
        model.name,
        { ...model, stance: stances.get(model.name) ?? "primary" },
      ]),
    ),
    enums: new Map(
      blocks.filter(({ keyword }) => keyword === "enum").map((block) => [block.name, readEnum(block)]),
    ),
  };
}

/** A schema file changes far less often than a backend is read; blocks carry their path, so it is part of the key. */
const parsed = new LRUCache<string, readonly BlockSyntax[]>({ max: 256 });

function parseOnce(file: BackendFile): readonly BlockSyntax[] {
  const key = `${file.sha} ${file.path}`;
  let blocks = parsed.get(key);
  if (blocks === undefined) parsed.set(key, (blocks = parseSchema(file.path, file.text ?? "")));
  return blocks;
}

/** A view is read and removed exactly as a model is. */
function isTable(block: BlockSyntax): boolean {
  return block.keyword === "model" || block.keyword === "view";
}

function readModel(block: BlockSyntax, models: ReadonlyMap<string, BlockSyntax>): Plain {
  const map = block.attributes.find(({ name }) => name === "map")?.arguments[0];
  return {
    name: block.name,
    table: map === undefined ? block.name : map.text.replace(/^"|"$/g, ""),
    path: block.path,
    span: block.span,
    doc: block.doc,
    fields: block.fields.map((field) => readField(block.name, field, models)),
    attributes: block.attributes.map(readAttribute),
    banners: block.banners,
  };
}

function readField(owner: string, field: FieldSyntax, models: ReadonlyMap<string, BlockSyntax>): Field {
  return {
    name: field.name,
    type: field.type,
    list: field.list,
    optional: field.optional,
    id: field.attributes.some(({ name }) => name === "id"),
    unique: field.attributes.some(({ name }) => name === "unique"),
    attributes: field.attributes.map(({ name, arguments: all, span }) => ({
      name,
      argument: all.map(({ text }) => text).join(", "),
      span,
    })),
    hasDefault: field.attributes.some(({ name }) => name === "default" || name === "updatedAt"),
    span: field.span,
    doc: field.doc,
    relation: readRelation(owner, field, models),
  };
}

function readAttribute(attribute: AttributeSyntax): BlockAttribute {
  const over = attribute.arguments.find(({ name }) => name === "fields" || name === null);
  return { kind: attribute.name, fields: over?.words ?? [], span: attribute.span };
}

function readEnum(block: BlockSyntax): EnumBlock {
  return { name: block.name, path: block.path, span: block.span, values: block.values, labels: block.labels };
}
