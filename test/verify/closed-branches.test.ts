import { expect, test } from "@jest/globals";
import { makeBackend } from "../../src/source/make-backend.js";
import { meaningGate } from "../../src/verify/meaning/meaning-gate.js";
import { trees } from "../support/trees.js";

const SCHEMA = "model bbs_articles {\n  id String @id\n}\n";
const REMOVED = { models: ["bbs_comments"], fields: [], dtos: [], properties: [], operations: [] };
const FIND = "const found = await MyGlobal.prisma.bbs_comments.findFirst({ where: { id } });";
const GUARD = `${FIND} if (!found) throw new E(404);`;

/** Codes of what the gate stops at. */
async function stops(before: string, after: string): Promise<readonly string[]> {
  const backend = (schema: string, body: string): ReturnType<typeof makeBackend> =>
    makeBackend(body, [
      ["prisma/schema/main.prisma", schema],
      [
        "src/providers/put.ts",
        `export async function put(kind: string, id: string): Promise<void> {\n${body}\n}\n`,
      ],
    ]);
  const base = backend(`${SCHEMA}model bbs_comments {\n  id String @id\n}\n`, before);
  const { diagnostics } = await meaningGate(trees(base, backend(SCHEMA, after), { removed: REMOVED }));
  return diagnostics.map(({ code }) => code);
}

test.each([
  ["if", `if (kind === "comment") { ${GUARD} }`, `if (kind === "comment") { throw new E(404); }`],
  [
    "else",
    `if (kind === "note") { note(); } else { ${GUARD} }`,
    `if (kind === "note") { note(); } else { throw new E(404); }`,
  ],
  [
    "case",
    `switch (kind) { case "comment": { ${GUARD} break; } case "note": note(); }`,
    `switch (kind) { case "comment": { throw new E(404); } case "note": note(); }`,
  ],
])("a branch that only refuses keeps its guard: %s", async (_, before, after) => {
  expect(await stops(before, after)).toEqual([]);
  expect(await stops(before, after.replace("throw new E(404)", "note()"))).toEqual(["lost-guard"]);
});
