import { defineConfig } from "prisma/config";

// The command line wants a native schema engine, and downloads one. Generating the client never starts it, so any
// program that exists will do; nothing has to be fetched to build the project.
process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= process.execPath;
process.env["CHECKPOINT_DISABLE"] ??= "1";

export default defineConfig({
  schema: "src/store/schema.prisma",
  migrations: { path: "src/store/migrations" },
});
