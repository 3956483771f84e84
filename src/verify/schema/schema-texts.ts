import type { Backend } from "../../source/backend.js";
import { applySplices, type Splice } from "../../source/edit.js";
import { classify } from "../../source/layout.js";
import { parseSchema } from "../../spec/database/parse-schema.js";
import type { Dialect, SchemaText } from "./schema-engine.js";

export interface SchemaTexts {
  readonly files: readonly SchemaText[];
  /** Null where the datasource names a database that the engine cannot write SQL for, or there is none. */
  readonly dialect: Dialect | null;
  readonly provider: string | null;
}

const DIALECTS: Readonly<Record<string, Dialect>> = {
  sqlite: "sqlite",
  postgresql: "postgresql",
  postgres: "postgresql",
};

/** Settings of a datasource that say where the database is; the engine of Prisma 7 refuses them in a schema. */
const CONNECTION = new Set(["url", "directUrl", "shadowDatabaseUrl"]);

/**
 * The schema files as the engine reads them: connection settings and generators blanked, line numbers kept. A file
 * that does not parse stays as it is: the engine says what is wrong with it.
 */
export function schemaTexts(backend: Backend): SchemaTexts {
  let provider: string | null = null;
  const files: SchemaText[] = [];
  for (const file of backend.files.values()) {
    if (classify(file.path) !== "model" || file.text === null) continue;
    const read = readBlocks(file.path, file.text);
    provider ??= read.provider;
    files.push({ path: file.path, content: read.content });
  }
  return { files, provider, dialect: provider === null ? null : (DIALECTS[provider] ?? null) };
}

function readBlocks(path: string, text: string): { content: string; provider: string | null } {
  let blocks: ReturnType<typeof parseSchema>;
  try {
    blocks = parseSchema(path, text);
  } catch {
    return { content: text, provider: null };
  }
  const splices: Splice[] = [];
  for (const { keyword, span, settings } of blocks) {
    const block = text.slice(span.start, span.end);
    if (keyword === "generator") splices.push({ ...span, text: blank(block) });
    if (keyword === "datasource" && [...settings.keys()].some((name) => CONNECTION.has(name)))
      splices.push({ ...span, text: dropConnection(block) });
  }
  const datasource = blocks.find(({ keyword }) => keyword === "datasource");
  const provider = datasource?.settings.get("provider")?.replace(/^"|"$/g, "") ?? null;
  return { content: applySplices(text, splices), provider };
}

function dropConnection(block: string): string {
  return block
    .split("\n")
    .map((line) => (CONNECTION.has(/^\s*(\w+)\s*=/.exec(line)?.[1] ?? "") ? "" : line))
    .join("\n");
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, "");
}
