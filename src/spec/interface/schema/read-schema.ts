import { ts } from "ts-morph";
import { leadingText } from "../../../source/node-span.js";
import { entityName } from "../type-names.js";
import { literalValue, readTag } from "./read-tag.js";
import {
  INTEGERS,
  type ObjectSchema,
  type PropertySchema,
  type ReferenceSchema,
  type Schema,
  type Tag,
} from "./schema.js";

/** Reads a type as it is written. What is not understood is kept as text. */
export function readSchema(node: ts.TypeNode): Schema {
  if (ts.isParenthesizedTypeNode(node)) return readSchema(node.type);
  if (ts.isUnionTypeNode(node)) return readUnion(node.types);
  if (ts.isIntersectionTypeNode(node)) return readIntersection(node);
  if (ts.isArrayTypeNode(node)) return { kind: "array", items: readSchema(node.elementType), tags: [] };
  if (ts.isTypeLiteralNode(node)) return readMembers(node.members, []) ?? unread(node);
  if (ts.isTypeReferenceNode(node)) return readReference(entityName(node.typeName), node.typeArguments);
  if (ts.isLiteralTypeNode(node)) {
    if (node.literal.kind === ts.SyntaxKind.NullKeyword) return { kind: "null" };
    const value = literalValue(node);
    return value === null ? unread(node) : { kind: "constant", values: [value], tags: [] };
  }
  switch (node.kind) {
    case ts.SyntaxKind.StringKeyword:
      return { kind: "string", tags: [] };
    case ts.SyntaxKind.NumberKeyword:
      return { kind: "number", tags: [] };
    case ts.SyntaxKind.BooleanKeyword:
      return { kind: "boolean", tags: [] };
    default:
      return unread(node);
  }
}

/** The members of a type between braces; null if one of them is no property. */
export function readMembers(
  members: readonly ts.TypeElement[],
  bases: readonly ReferenceSchema[],
): ObjectSchema | null {
  const properties: PropertySchema[] = [];
  let additional: ObjectSchema["additional"] = null;
  for (const member of members) {
    if (ts.isIndexSignatureDeclaration(member)) {
      const [key] = member.parameters;
      if (additional !== null || key?.type === undefined) return null;
      additional = { key: readSchema(key.type), value: readSchema(member.type) };
    } else if (ts.isPropertySignature(member) && !ts.isComputedPropertyName(member.name))
      properties.push(readProperty(member, member.name.text));
    else return null;
  }
  return { kind: "object", bases, properties, additional };
}

function readProperty(node: ts.PropertySignature, name: string): PropertySchema {
  const optional = node.questionToken !== undefined;
  const value: Schema = node.type === undefined ? { kind: "unread", text: "any" } : readSchema(node.type);
  return {
    name,
    optional,
    readonly: node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword) === true,
    value: optional ? withoutUndefined(value) : value,
    doc: docText(leadingText(node)),
  };
}

/** What may be left out is undefined then, whether it is written or not. */
function withoutUndefined(value: Schema): Schema {
  if (value.kind !== "oneOf") return value;
  const schemas = value.schemas.filter((each) => each.kind !== "unread" || each.text !== "undefined");
  const [only] = schemas;
  return schemas.length === 1 && only !== undefined ? only : { ...value, schemas };
}

/** Literals next to each other are one constant. */
function readUnion(types: readonly ts.TypeNode[]): Schema {
  const schemas: Schema[] = [];
  for (const schema of types.map(readSchema)) {
    const before = schemas.at(-1);
    const joins = schema.kind === "constant" && before?.kind === "constant";
    if (joins && schema.tags.length === 0 && before.tags.length === 0)
      schemas[schemas.length - 1] = { ...before, values: [...before.values, ...schema.values] };
    else schemas.push(schema);
  }
  const [only] = schemas;
  return schemas.length === 1 && only !== undefined ? only : { kind: "oneOf", schemas };
}

/** Either one type with tags, or several whose members are joined. */
function readIntersection(node: ts.IntersectionTypeNode): Schema {
  const tags = node.types.map(readTag);
  const types = node.types.filter((_, index) => tags[index] === null).map(readSchema);
  const [only, ...others] = types;
  if (only === undefined) return unread(node);
  if (others.length === 0)
    return (
      withTags(
        only,
        tags.filter((each) => each !== null),
      ) ?? unread(node)
    );
  return (types.length === node.types.length ? joined(types) : null) ?? unread(node);
}

function joined(types: readonly Schema[]): Schema | null {
  const bases: ReferenceSchema[] = [];
  const objects: ObjectSchema[] = [];
  for (const type of types) {
    if (type.kind === "reference") bases.push(type);
    else if (type.kind === "object") objects.push(type);
    else return null;
  }
  const names = objects.flatMap(({ properties }) => properties.map(({ name }) => name));
  if (new Set(names).size < names.length || objects.some(({ additional }) => additional !== null))
    return null;
  return {
    kind: "object",
    bases: [...bases, ...objects.flatMap((each) => each.bases)],
    properties: objects.flatMap(({ properties }) => properties),
    additional: null,
  };
}

function withTags(schema: Schema, tags: readonly Tag[]): Schema | null {
  if (!("tags" in schema)) return null;
  const all = [...schema.tags, ...tags];
  const isInteger = all.some(({ name, value }) => name === "Type" && INTEGERS.has(String(value)));
  if (schema.kind === "number" || schema.kind === "integer")
    return { kind: isInteger ? "integer" : "number", tags: all };
  return { ...schema, tags: all };
}

/** `Array<T>` is an array like `T[]`. */
export function readReference(name: string, types: readonly ts.TypeNode[] = []): Schema {
  const [first, ...others] = types.map(readSchema);
  if (name === "Array" && first !== undefined && others.length === 0)
    return { kind: "array", items: first, tags: [] };
  return { kind: "reference", name, arguments: first === undefined ? [] : [first, ...others], tags: [] };
}

function unread(node: ts.Node): Schema {
  return { kind: "unread", text: node.getText() };
}

/** The text of a doc comment, without the marks around its lines. */
export function docText(comment: string): string {
  const doc = /\/\*\*([\s\S]*?)\*\//.exec(comment)?.[1];
  if (doc === undefined) return "";
  return doc
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*\* ?/, "").trimEnd())
    .join("\n")
    .trim();
}
