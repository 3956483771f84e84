import { join } from "node:path";
import { installTools } from "../packages/install.js";
import type { TreeOptions } from "../placed-tree.js";
import type { StageParts } from "./lay-stage.js";
import { sqliteDriver } from "./sqlite-driver.js";
import type { TestEngine } from "./test-engine.js";
import type { TestRequest } from "./test-run.js";

type EngineParts = Pick<StageParts, "aliases" | "mounts" | "helpers">;

/** It has the interface of better-sqlite3, and its binary comes inside of a package. */
const LIBSQL = { name: "libsql", version: "0.5.22" };

/** What a stage needs beside the backend's own, so that its database works without a compiler and a schema engine. */
export async function engineParts(
  engine: TestEngine,
  schema: TestRequest["schema"],
  { cache, progress }: TreeOptions,
): Promise<(root: string) => EngineParts> {
  if (engine.kind === "own") return () => ({ aliases: {}, mounts: [], helpers: {} });
  const tools = await installTools(cache, new Map([[LIBSQL.name, LIBSQL.version]]), progress);
  const sql = await schema();
  return (root) => {
    // Called so, it finds its own dependencies beside it.
    const place = join(root, ".autobe-bot/tools/node_modules");
    return {
      aliases: { "better-sqlite3": join(root, ".autobe-bot/better-sqlite3.cjs") },
      mounts: [{ from: tools, to: place }],
      helpers: {
        "better-sqlite3.cjs": sqliteDriver(join(place, LIBSQL.name)),
        "schema.sql": sql,
        "push.cjs": pushProgram(join(place, LIBSQL.name), join(root, engine.file)),
        "bin/npx": NPX,
      },
    };
  };
}

/** Backends make their schema with Prisma's command line, whose engine is a download; ours has written its SQL. */
const NPX = `#!/bin/sh
case "$*" in
  *prisma*migrate*|*prisma*"db push"*) exec node "$(dirname "$0")/../push.cjs" "$@" ;;
  *) echo "npx is not available here: $*" >&2; exit 127 ;;
esac
`;

function pushProgram(driver: string, file: string): string {
  return `const fs = require("node:fs");
const path = require("node:path");
const Database = require(${JSON.stringify(driver)});
const file = ${JSON.stringify(file)};
const anew = process.argv.some((word) => word === "reset" || word === "--force-reset");
if (anew) for (const end of ["", "-wal", "-shm", "-journal"]) fs.rmSync(file + end, { force: true });
if (!fs.existsSync(file)) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const database = new Database(file);
  database.exec(fs.readFileSync(path.join(__dirname, "schema.sql"), "utf8"));
  database.close();
}
`;
}
