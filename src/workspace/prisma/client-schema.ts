import { posix } from "node:path";
import type { Backend } from "../../source/backend.js";
import { applySplices, type Splice } from "../../source/edit.js";
import { classify } from "../../source/layout.js";
import { parseSchema } from "../../spec/database/parse-schema.js";
import type { BlockSyntax } from "../../spec/database/schema-syntax.js";

/** A client generator of the backend, as one of ours. */
export interface ClientGenerator {
  readonly provider: "prisma-client-js" | "prisma-client";
  /** Folder in the tree that the backend's imports expect it in; null for `@prisma/client` itself. */
  readonly output: string | null;
  /** Its settings, literals only. */
  readonly settings: readonly (readonly [string, string])[];
}

export interface ClientSchema {
  readonly generators: readonly ClientGenerator[];
  /** Name → content, generators taken out. */
  readonly files: readonly (readonly [string, string])[];
}

/** Settings that decide what the client's types are like. Whatever could name a program is not among them. */
const GENERATOR = new Set([
  "engineType",
  "previewFeatures",
  "runtime",
  "moduleFormat",
  "generatedFileExtension",
  "importFileExtension",
]);
const DATASOURCE = new Set(["provider", "relationMode", "schemas"]);
const LITERAL = /^("[^"\\$]*"|\[\s*("[^"\\$]*"\s*,?\s*)*\])$/;

/**
 * The schema that the client is generated from: the backend's models and enums, a datasource without connection, and
 * no generator but the client's. Prisma 6 insists on a `url`, Prisma 7 refuses one.
 */
export function clientSchema(backend: Backend, major: number): ClientSchema {
  const generators: ClientGenerator[] = [];
  const files: (readonly [string, string])[] = [];
  for (const file of backend.files.values()) {
    if (classify(file.path) !== "model" || file.text === null) continue;
    const splices: Splice[] = [];
    for (const block of parseSchema(file.path, file.text)) {
      if (block.keyword === "generator") generators.push(...readGenerator(file.path, block));
      if (block.keyword === "generator") splices.push({ ...block.span, text: "" });
      if (block.keyword === "datasource")
        splices.push({ ...block.span, text: `datasource ${block.name} ${printDatasource(block, major)}` });
    }
    files.push([file.path.replace(/^prisma\/(schema\/)?/, ""), applySplices(file.text, splices)]);
  }
  return { generators, files };
}

function readGenerator(path: string, block: BlockSyntax): readonly ClientGenerator[] {
  const provider = block.settings.get("provider")?.replace(/^"|"$/g, "");
  if (provider !== "prisma-client-js" && provider !== "prisma-client") return [];
  const settings = literals(block, GENERATOR);
  const output = block.settings.get("output")?.replace(/^"|"$/g, "");
  if (output === undefined) return [{ provider, output: null, settings }];
  const folder = posix.join(posix.dirname(path), output);
  const inside = !posix.isAbsolute(output) && !folder.startsWith("..") && !/[$()]/.test(output);
  const own = !inside || folder.startsWith("node_modules/");
  return [{ provider, output: own ? null : folder, settings }];
}

function printDatasource(block: BlockSyntax, major: number): string {
  const provider = block.settings.get("provider") ?? "";
  const url =
    provider === '"sqlite"' ? "file:./none.sqlite" : `${provider.replace(/"/g, "")}://localhost/none`;
  const settings = literals(block, DATASOURCE);
  if (major < 7) settings.push(["url", `"${url}"`]);
  return printBlock(settings);
}

/** The block that generates one client into a folder beside the schema's. */
export function printGenerator(generator: ClientGenerator, output: string): string {
  const settings: [string, string][] = [
    ["provider", `"${generator.provider}"`],
    ["output", JSON.stringify(output)],
    ...generator.settings.map(([name, value]): [string, string] => [name, value]),
  ];
  return `generator client ${printBlock(settings)}\n`;
}

function literals(block: BlockSyntax, allowed: ReadonlySet<string>): [string, string][] {
  return [...block.settings].filter(([name, value]) => allowed.has(name) && LITERAL.test(value));
}

function printBlock(settings: readonly (readonly [string, string])[]): string {
  return `{\n${settings.map(([name, value]) => `  ${name} = ${value}\n`).join("")}}`;
}
