import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import type { Exchange } from "../../../src/demo/emulator/exchange.js";

interface Operation {
  readonly parameters?: readonly unknown[];
  readonly requestBody?: {
    readonly required?: boolean;
    readonly content?: Record<string, { readonly schema?: unknown }>;
  };
}

interface Route {
  readonly pattern: RegExp;
  readonly template: string;
  readonly operations: Record<string, Operation>;
}

/** Checks requests against GitHub's published description; gives every difference as a sentence. */
export class RequestValidator {
  private readonly routes: readonly Route[];
  private readonly document: Record<string, unknown>;
  private readonly ajv = addFormats.default(
    new Ajv({ strict: false, allErrors: true, validateFormats: true, logger: false }),
  );
  private readonly compiled = new Map<string, ValidateFunction | null>();

  public constructor() {
    const place = createRequire(import.meta.url).resolve("@octokit/openapi/generated/api.github.com.json");
    this.document = JSON.parse(readFileSync(place, "utf8"), asJsonSchema) as Record<string, unknown>;
    this.ajv.addSchema(this.document, "github");
    const paths = this.document.paths as Record<string, Record<string, Operation>>;
    this.routes = Object.entries(paths)
      .map(([template, operations]) => ({ template, operations, pattern: patternOf(template) }))
      .sort((a, b) => braces(a.template) - braces(b.template) || b.template.length - a.template.length);
  }

  public check(exchange: Exchange): readonly string[] {
    const method = exchange.method.toLowerCase();
    const route = this.routes.find((each) => each.pattern.test(exchange.path) && each.operations[method]);
    const operation = route?.operations[method];
    const name = `${exchange.method} ${exchange.path}`;
    if (!route || !operation) return [`${name}: GitHub has no such endpoint`];
    return [
      ...this.checkQuery(name, operation, exchange),
      ...this.checkBody(name, route.template, method, operation, exchange),
    ];
  }

  private checkQuery(name: string, operation: Operation, exchange: Exchange): string[] {
    const known = (operation.parameters ?? []).map((parameter) => this.resolve(parameter));
    const problems: string[] = [];
    for (const [key, value] of exchange.query) {
      const parameter = known.find((each) => each.in === "query" && each.name === key);
      if (!parameter) problems.push(`${name}: unknown query parameter ${key}`);
      const allowed = (parameter?.schema as { enum?: unknown[] } | undefined)?.enum;
      if (allowed && !allowed.includes(value)) problems.push(`${name}: ${key} cannot be ${value}`);
    }
    return problems;
  }

  private checkBody(
    name: string,
    template: string,
    method: string,
    operation: Operation,
    exchange: Exchange,
  ): string[] {
    const schema = operation.requestBody?.content?.["application/json"]?.schema as
      Record<string, unknown> | undefined;
    if (exchange.json === undefined)
      return operation.requestBody?.required ? [`${name}: the body is missing`] : [];
    if (!schema) return [`${name}: takes no JSON body`];
    const key = `${method} ${template}`;
    if (!this.compiled.has(key)) {
      const pointer = `/paths/${escapePointer(template)}/${method}/requestBody/content/application~1json/schema`;
      this.compiled.set(key, this.ajv.compile({ $ref: `github#${encodeURI(pointer)}` }));
    }
    const validate = this.compiled.get(key);
    const problems = validate?.(exchange.json)
      ? []
      : (validate?.errors ?? []).map((error) => `${name}: body${error.instancePath} ${error.message}`);
    const properties = schema.properties as Record<string, unknown> | undefined;
    const unknown = Object.keys(exchange.json as object).filter(
      (each) => properties && !(each in properties),
    );
    return [...problems, ...unknown.map((each) => `${name}: unknown body property ${each}`)];
  }

  private resolve(value: unknown): Record<string, unknown> {
    const reference = (value as { $ref?: string }).$ref;
    if (reference === undefined) return value as Record<string, unknown>;
    return reference
      .slice(2)
      .split("/")
      .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], this.document) as Record<
      string,
      unknown
    >;
  }
}

/** OpenAPI 3.0 lets `nullable` stand beside `oneOf`; JSON schema wants one more alternative there. */
function asJsonSchema(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("nullable" in value) || "type" in value) return value;
  const { nullable, ...rest } = value as { nullable: unknown; oneOf?: unknown[]; anyOf?: unknown[] };
  if (!nullable) return rest;
  if (rest.oneOf) return { ...rest, oneOf: [...rest.oneOf, { type: "null" }] };
  return rest.anyOf ? { ...rest, anyOf: [...rest.anyOf, { type: "null" }] } : rest;
}

function braces(template: string): number {
  return template.split("{").length;
}

/** Refs and paths hold slashes; every other parameter is one segment. */
function patternOf(template: string): RegExp {
  const source = template
    .replace(/[.*+?^$()|[\]\\]/g, "\\$&")
    .replace(/\{(ref|path|basehead|branch)\}/g, ".+")
    .replace(/\{\w+\}/g, "[^/]+");
  return new RegExp(`^${source}$`);
}

function escapePointer(text: string): string {
  return text.replaceAll("~", "~0").replaceAll("/", "~1");
}
