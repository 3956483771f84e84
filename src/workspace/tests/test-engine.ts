import { posix } from "node:path";
import type { Backend } from "../../source/backend.js";
import { classify } from "../../source/layout.js";
import { parseSchema } from "../../spec/database/parse-schema.js";
import { notRun, type NotRun } from "./test-run.js";

/** The database of the tests: an embedded one, which lives in the stage and goes with it. */
export type TestEngine =
  /** The backend's own driver runs as it was installed. */
  | { readonly kind: "own" }
  /** Its driver is compiled at installation, where no script may run; another one with the same interface stands in. */
  | { readonly kind: "sqlite"; readonly file: string };

const EMBEDDED = ["@prisma/adapter-libsql", "pglite-prisma-adapter"];
const COMPILED = "@prisma/adapter-better-sqlite3";

export function testEngine(backend: Backend, versions: ReadonlyMap<string, string>): TestEngine | NotRun {
  const source = readDatasource(backend);
  if (EMBEDDED.some((name) => versions.has(name))) return { kind: "own" };
  if (source?.provider === "sqlite" && versions.has(COMPILED)) return { kind: "sqlite", file: source.file };
  return notRun(
    `there is no embedded engine for its database (${source?.provider ?? "no datasource"})`,
    `Let the backend take one of these drivers in its tests: ${[...EMBEDDED, COMPILED].join(", ")}`,
  );
}

/** A `file:` address is relative to the schema file that holds it. */
function readDatasource(backend: Backend): { readonly provider: string; readonly file: string } | null {
  for (const { path, text } of backend.files.values()) {
    if (classify(path) !== "model" || text === null) continue;
    const block = parseSchema(path, text).find(({ keyword }) => keyword === "datasource");
    if (block === undefined) continue;
    const provider = unquoted(block.settings.get("provider")) ?? "";
    const url = unquoted(block.settings.get("url")) ?? "file:../db.sqlite";
    const file = posix.join(posix.dirname(path), url.replace(/^file:/, ""));
    return { provider, file: file.startsWith("..") ? "prisma/db.sqlite" : file };
  }
  return null;
}

function unquoted(value: string | undefined): string | undefined {
  return value === undefined ? undefined : /^"([^"]*)"$/.exec(value)?.[1];
}
