import type { ObjectSchema, PropertySchema, Schema, Tag, TagValue } from "./schema.js";
import { insideComment } from "../../inside-comment.js";

/** Writes a schema as a type; `indent` is what its own line is indented by. */
export function printSchema(schema: Schema, indent = ""): string {
  switch (schema.kind) {
    case "constant":
      return tagged(schema.values.map(printValue).join(" | "), schema.values.length > 1, schema.tags);
    case "boolean":
    case "number":
    case "string":
      return tagged(schema.kind, false, schema.tags);
    case "integer":
      return tagged("number", false, schema.tags);
    case "array":
      return tagged(`${printOperand(schema.items, indent)}[]`, false, schema.tags);
    case "object":
      return printObject(schema, indent);
    case "reference": {
      const own = schema.arguments.map((each) => printSchema(each, indent)).join(", ");
      return tagged(own === "" ? schema.name : `${schema.name}<${own}>`, false, schema.tags);
    }
    case "oneOf":
      return schema.schemas.map((each) => printPart(each, indent)).join(" | ");
    case "null":
      return "null";
    case "unread":
      return schema.text;
  }
}

/** The members of an object between braces. */
export function printMembers({ properties, additional }: ObjectSchema, indent: string): string {
  const inner = `${indent}  `;
  const lines = properties.map((each) => printProperty(each, inner));
  if (additional !== null)
    lines.push(
      `${inner}[key: ${printSchema(additional.key, inner)}]: ${printSchema(additional.value, inner)};`,
    );
  return lines.length === 0 ? "{}" : `{\n${lines.join("\n")}\n${indent}}`;
}

/** A doc comment in lines of its own, line break included; empty for an empty one. */
export function printDocComment(doc: string, indent: string): string {
  if (doc === "") return "";
  const lines = insideComment(doc).split("\n");
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`;
}

function printObject(schema: ObjectSchema, indent: string): string {
  const bases = schema.bases.map((each) => printSchema(each, indent));
  const isBare = schema.properties.length === 0 && schema.additional === null;
  const own = isBare && bases.length > 0 ? [] : [printMembers(schema, indent)];
  return [...bases, ...own].join(" & ");
}

function printProperty({ name, optional, readonly, value, doc }: PropertySchema, indent: string): string {
  const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
  const head = `${readonly ? "readonly " : ""}${key}${optional ? "?" : ""}`;
  return `${printDocComment(doc, indent)}${indent}${head}: ${printSchema(value, indent)};`;
}

/** Unions bind weaker than intersections, so a part with tags stands in parentheses. */
function printPart(schema: Schema, indent: string): string {
  const text = printSchema(schema, indent);
  return isJoined(schema) ? `(${text})` : text;
}

function printOperand(schema: Schema, indent: string): string {
  const text = printSchema(schema, indent);
  const isUnion = schema.kind === "oneOf" || (schema.kind === "constant" && schema.values.length > 1);
  return isUnion || isJoined(schema) || schema.kind === "unread" ? `(${text})` : text;
}

function isJoined(schema: Schema): boolean {
  return schema.kind === "object" ? schema.bases.length > 0 : "tags" in schema && schema.tags.length > 0;
}

function tagged(type: string, isUnion: boolean, tags: readonly Tag[]): string {
  if (tags.length === 0) return type;
  return [isUnion ? `(${type})` : type, ...tags.map(printTag)].join(" & ");
}

function printTag({ name, value }: Tag): string {
  return value === true ? `tags.${name}` : `tags.${name}<${printValue(value)}>`;
}

function printValue(value: TagValue): string {
  if (typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(printValue).join(", ")}]`;
  return `{ ${Object.entries(value)
    .map(([key, each]) => `${JSON.stringify(key)}: ${printValue(each as TagValue)}`)
    .join("; ")} }`;
}
