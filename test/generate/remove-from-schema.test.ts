import { expect, test } from "@jest/globals";
import { removeFromSchema } from "../../src/generate/remove-from-schema.js";
import { makeBackend } from "../../src/source/make-backend.js";
import { readDatabase } from "../../src/spec/database/read-database.js";
import { NO_NAMES, type Names } from "../../src/spec/names.js";

const PATH = "prisma/schema/board.prisma";

/** What is left of a schema file; null if the file went. */
function without(text: string, removed: Partial<Names>): string | null {
  const backend = makeBackend("board", [[PATH, text]]);
  const edits = removeFromSchema(backend, readDatabase(backend), { ...NO_NAMES, ...removed });
  return edits.find((each) => each.path === PATH)?.after ?? null;
}

/** What it is about, the members of a model and those that are left without `gone…`. */
const MEMBERS: readonly (readonly [string, string, string])[] = [
  ["between two blank lines", "id Int @id\n\ngone Int\n\n@@index([id])", "id Int @id\n\n@@index([id])"],
  [
    "several between two blank lines",
    "id Int @id\n\ngone Int\ngone2 Int\n\n@@index([id])",
    "id Int @id\n\n@@index([id])",
  ],
  ["last, below a blank line", "id Int @id\nname String\n\ngone Int", "id Int @id\nname String"],
  ["first, above a blank line", "gone Int\n\nid Int @id", "id Int @id"],
  [
    "on both sides of a blank line",
    "id Int @id\ngone Int\n\ngone2 Int\nname String",
    "id Int @id\n\nname String",
  ],
  [
    "in parts that go whole",
    "id Int @id\n\ngone Int\n\ngone2 Int\n\nname String",
    "id Int @id\n\nname String",
  ],
  ["with the indexes over it", "id Int @id\ngone Int\n\n@@index([gone])", "id Int @id"],
  ["among others", "id Int @id\ngone Int\nname String", "id Int @id\nname String"],
];

test.each(MEMBERS)("schema: members %s", (_, before, after) => {
  const model = (members: string): string => `model board {\n${members.replaceAll(/^(?=.)/gm, "  ")}\n}\n`;
  expect(without(model(before), { fields: ["board.gone", "board.gone2"] })).toBe(model(after));
});

const KEPT = "model board {\n  id Int @id\n}\n";
const GONE = "model gone {\n  id Int @id\n}\n";

const MODELS: readonly (readonly [string, string, string | null])[] = [
  ["last in its file", `${KEPT}\n${GONE}`, KEPT],
  ["first in its file", `${GONE}\n${KEPT}`, KEPT],
  ["between others", `${KEPT}\n${GONE}\nenum side {\n  LEFT\n}\n`, `${KEPT}\nenum side {\n  LEFT\n}\n`],
  ["alone in its file", GONE, null],
];

test.each(MODELS)("schema: a model %s", (_, before, after) => {
  expect(without(before, { models: ["gone"] })).toBe(after);
});
