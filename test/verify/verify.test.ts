import { expect, jest, test } from "@jest/globals";
import type { Backend } from "../../src/source/backend.js";
import { SILENT } from "../../src/util/progress.js";
import { verify } from "../../src/verify/verify.js";
import { testWorkspace } from "../support/fixture-backend.js";
import { smallBackend } from "../support/small-backend.js";
import { trees } from "../support/trees.js";
import { localWorkspace } from "../../src/workspace/local-workspace.js";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MODELS =
  "model notes {\n  id String @id\n  title String\n  author_id String\n  author people @relation(fields: [author_id], references: [id])\n}\nmodel people {\n  id String @id\n  nick String\n  notes notes[]\n}\n";
const DTO =
  'import type { tags } from "typia";\nexport interface INote {\n  id: string & tags.Format<"uuid">;\n  title: string;\n}\n';
const CONTROLLER = `import { TypedRoute } from "@nestia/core";
import { Controller } from "@nestjs/common";
import type { INote } from "../api/structures/INote";

@Controller("/notes")
export class NotesController {
  @TypedRoute.Get()
  public async get(): Promise<INote> {
    throw new Error("not here");
  }
}
`;
const provider = (
  client: string,
): string => `import { ${client === "@prisma/client" ? "PrismaClient" : "type PrismaClient"} } from "${client}";
declare const prisma: PrismaClient;
export async function getNotes() {
  const found = await prisma.notes.findMany({ select: { id: true, author: { select: { id: true, nick: true } } } });
  const wrong: number = "carried";
  return found;
}
`;

// Programs are compiled here, on a machine that may be busy.
jest.setTimeout(600_000);

const FIXTURES = [
  ["bbs", "@prisma/sdk"],
  ["todo", "@prisma/client"],
] as const;

const small = (
  fixture: "bbs" | "todo",
  client: string,
  changes: Readonly<Record<string, string>> = {},
): Backend =>
  smallBackend(fixture, {
    "prisma/schema/models.prisma": MODELS,
    "src/api/structures/INote.ts": DTO,
    "src/controllers/NotesController.ts": CONTROLLER,
    "src/providers/getNotes.ts": provider(client),
    ...changes,
  });

const run = (base: Backend, head: Backend, more: object = {}) =>
  verify({ ...trees(base, head), workspace: testWorkspace(), progress: SILENT, ...more });

test.each(FIXTURES)("%s: an unchanged backend passes, its own error carried", async (fixture, client) => {
  const base = small(fixture, client);
  const results = await run(base, base);
  expect(results.map(({ gate, verdict }) => `${gate} ${verdict}`)).toEqual([
    "schema passed",
    "structure passed",
    "stability passed",
    "meaning passed",
    "types passed",
    "transform passed",
  ]);
  expect(results.flatMap(({ diagnostics }) => diagnostics)).toEqual([
    expect.objectContaining({ code: "TS2322", path: "src/providers/getNotes.ts", line: 5, status: "base" }),
  ]);
});

test.each(FIXTURES)("%s: a removed field that is still selected deep in a query", async (fixture, client) => {
  const base = small(fixture, client);
  const head = small(fixture, client, {
    "prisma/schema/models.prisma": MODELS.replace("  nick String\n", ""),
  });
  const removed = { models: [], fields: ["people.nick"], dtos: [], properties: [], operations: [] };
  const [types] = await run(base, head, { removed, gates: ["types"] });
  expect(types?.diagnostics.filter(({ status }) => status === "new")).toEqual([
    expect.objectContaining({
      code: "TS2353",
      path: "src/providers/getNotes.ts",
      line: 4,
      artefact: "getNotes",
    }),
  ]);
  // Only the older release reports it on the newer stack.
  expect(types?.summary).toContain("5.9.3");
});

test.each(FIXTURES)("%s: what only the transforms refuse", async (fixture, client) => {
  const base = small(fixture, client);
  const head = small(fixture, client, {
    "src/api/structures/INote.ts": DTO.replace("title: string", "title: bigint"),
  });
  const results = await run(base, head, { gates: ["types", "transform"] });
  expect(results.map(({ verdict }) => verdict)).toEqual(["passed", "failed"]);
  expect(results[1]?.diagnostics).toEqual([
    expect.objectContaining({ path: "src/controllers/NotesController.ts", line: 8, status: "new" }),
  ]);
});

test("gates that compile are not started once a cheap one failed", async () => {
  const base = small("todo", "@prisma/client");
  const head = small("todo", "@prisma/client", { "prisma/schema/models.prisma": `${MODELS}model x {\n}\n` });
  const results = await run(base, head);
  expect(results.find(({ gate }) => gate === "schema")?.verdict).toBe("failed");
  expect(results.filter(({ verdict }) => verdict === "skipped")).toEqual([
    expect.objectContaining({ gate: "types", summary: "Not run, because the gate schema failed." }),
    expect.objectContaining({ gate: "transform" }),
  ]);
});

test("dependencies that cannot be installed are a finding with the way out", async () => {
  const base = smallBackend("todo", {
    "package.json": '{ "dependencies": { "typescript": "npm:evil@1.0.0" } }',
    "src/a.ts": "export const a = 1;\n",
  });
  const workspace = localWorkspace({ cache: mkdtempSync(join(tmpdir(), "autobe-bot-test-")) });
  const [types] = await run(base, base, { workspace, gates: ["types"] });
  expect(types?.verdict).toBe("failed");
  expect(types?.diagnostics[0]?.message).toBe(
    'typescript: dependencies cannot be installed: "npm:evil@1.0.0" is not a version range of the npm registry. Give it a version range of the npm registry in package.json.',
  );
});
