import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type * as SchemaEngineModule from "@prisma/schema-engine-wasm";

/** The dialects that the schema engine writes SQL in. */
export type Dialect = "sqlite" | "postgresql";

export interface SchemaText {
  readonly path: string;
  readonly content: string;
}

/**
 * SQL that turns the database of one schema into that of another; null stands for the empty database. Schemas that
 * are not valid reject with the validator's text.
 */
export async function schemaDifference(
  from: readonly SchemaText[] | null,
  to: readonly SchemaText[],
  dialect: Dialect,
): Promise<string> {
  const { SchemaEngine } = await engineModule();
  const factory = bindMigrationAwareSqlAdapterFactory(unconnected(dialect));
  const engine = await SchemaEngine.new(
    { datamodels: to.map(({ path, content }) => [path, content] as [string, string]) },
    () => {},
    factory,
  );
  try {
    const result = await engine.diff({
      from: from === null ? { tag: "empty" } : datamodel(from),
      to: datamodel(to),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return result.stdout ?? "";
  } finally {
    engine.free();
  }
}

function datamodel(files: readonly SchemaText[]) {
  return { tag: "schemaDatamodel" as const, files: [...files], configDir: "/" };
}

/** The engine asks for a connection even where it compares two texts; it gets one to no database at all. */
function unconnected(dialect: Dialect): SqlMigrationAwareDriverAdapterFactory {
  const provider = dialect === "sqlite" ? "sqlite" : "postgres";
  const adapter: SqlDriverAdapter = {
    provider,
    adapterName: "autobe-bot",
    queryRaw: async () => ({ columnNames: [], columnTypes: [], rows: [] }),
    executeRaw: async () => 0,
    executeScript: async () => {},
    startTransaction: () => Promise.reject(new Error("There is no database behind this adapter")),
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: false }),
    dispose: async () => {},
  };
  return {
    provider,
    adapterName: "autobe-bot",
    connect: async () => adapter,
    connectToShadowDb: async () => adapter,
  };
}

let loaded: Promise<typeof SchemaEngineModule> | null = null;

function engineModule(): Promise<typeof SchemaEngineModule> {
  return (loaded ??= load());
}

type Exports = Readonly<Record<string, unknown>>;
type Glue = typeof SchemaEngineModule & { readonly __wbg_set_wasm: (exports: Exports) => void };

/** The part of the global that is used here; its typings come with the DOM only. */
declare const WebAssembly: {
  instantiate: (
    binary: Uint8Array,
    imports: Readonly<Record<string, Exports>>,
  ) => Promise<{ readonly instance: { readonly exports: Exports } }>;
};

/**
 * Loads the engine by hand: it arms a timer of a minute that it never clears, and only an un-ref'ed one lets the
 * process end.
 */
async function load(): Promise<typeof SchemaEngineModule> {
  const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const glue: Glue = await import(pathToFileURL(script).href);
  const binary = await readFile(script.replace(/\.js$/, ".wasm"));
  const imports = Object.fromEntries(
    Object.entries(glue).map(([name, value]) => [
      name,
      name.startsWith("__wbg_setTimeout") ? unrefTimeout : value,
    ]),
  );
  const { instance } = await WebAssembly.instantiate(binary, { "./schema_engine_bg.js": imports });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports["__wbindgen_start"];
  if (typeof start === "function") start();
  return glue;
}

function unrefTimeout(callback: () => void, milliseconds: number): NodeJS.Timeout {
  return setTimeout(callback, milliseconds >>> 0).unref();
}
