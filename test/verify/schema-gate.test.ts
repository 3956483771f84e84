import { expect, test } from "@jest/globals";
import { makeBackend } from "../../src/source/make-backend.js";
import { schemaGate } from "../../src/verify/schema/schema-gate.js";
import { trees } from "../support/trees.js";

const MAIN = `generator client {
  provider = "./steal.sh"
}
datasource db {
  provider = "sqlite"
  url      = "file:../db.sqlite"
}
`;
const backend = (models: string) =>
  makeBackend("tree", [
    ["prisma/schema/main.prisma", MAIN],
    ["prisma/schema/models.prisma", models],
  ]);
const GOOD =
  "model a {\n  id String @id\n  bs b[]\n}\nmodel b {\n  id String @id\n  a_id String\n  a a @relation(fields: [a_id], references: [id])\n}\n";

test("a schema of Prisma 6, with its url, is valid", async () => {
  const finding = await schemaGate(trees(backend(GOOD), backend(GOOD)));
  expect(finding.diagnostics).toEqual([]);
});

test("a relation that lost its other end is named with file and line", async () => {
  const head = backend(GOOD.replace("  bs b[]\n", ""));
  const finding = await schemaGate(trees(backend(GOOD), head));
  expect(finding.diagnostics).toEqual([
    expect.objectContaining({
      code: "P1012",
      path: "prisma/schema/models.prisma",
      line: 7,
      artefact: "models",
      status: "new",
      message: expect.stringContaining("missing an opposite relation field"),
    }),
  ]);
});

test("an error of the base is carried", async () => {
  const bad = GOOD.replace("bs b[]", "bs b[]\n  c Nope");
  const finding = await schemaGate(trees(backend(bad), backend(`${bad}model z {\n  id String @id\n}\n`)));
  expect(finding.diagnostics.map(({ status }) => status)).toEqual(["base"]);
});

test("a database the engine does not know is skipped with the reason", async () => {
  const mysql = makeBackend("tree", [["prisma/schema/main.prisma", MAIN.replace('"sqlite"', '"mysql"')]]);
  const finding = await schemaGate(trees(mysql, mysql));
  expect(finding).toMatchObject({ skipped: true, summary: expect.stringContaining("mysql") });
});
