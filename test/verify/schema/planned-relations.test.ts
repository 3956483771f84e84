import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { planChange } from "../../../src/plan/plan-change.js";
import { applyEdits } from "../../../src/source/apply-edits.js";
import type { Dialect } from "../../../src/verify/schema/schema-engine.js";
import { changeOf } from "../../support/change-of.js";
import { type Migrated, migrate, schemaOf } from "./migrate.js";
import { type ScratchDatabase, scratchDatabase } from "./scratch-database.js";

const BASE = `model app_writers {
  id String @id

  notes app_notes[]
}

model app_notes {
  id        String @id
  writer_id String

  writer app_writers @relation(fields: [writer_id], references: [id], onDelete: Cascade)
}
`;

const ROWS = `INSERT INTO app_writers (id) VALUES ('ann'), ('bob');
INSERT INTO app_notes (id, writer_id) VALUES ('one', 'bob'), ('two', 'ann'), ('three', 'bob')`;

async function carry(database: ScratchDatabase, line: string): Promise<Migrated> {
  const base = schemaOf(database, BASE);
  const planned = planChange(base, changeOf(line), new Map());
  if (planned.kind !== "plan") throw new Error(JSON.stringify(planned));
  const head = applyEdits(base, planned.edits()).files.get("prisma/schema/models.prisma")?.text ?? "";
  return await migrate(database, { base: BASE, rows: ROWS, head, intent: planned.plan });
}

describe.each<Dialect>(["sqlite", "postgresql"])("a relation that is never empty in %s", (dialect) => {
  let database: ScratchDatabase;
  beforeAll(async () => {
    database = await scratchDatabase(dialect);
  });
  afterAll(async () => {
    await database.close();
  });

  test("leads where another one leads in the rows that stand, and is required behind that", async () => {
    const done = await carry(database, "add relation owner: writers to notes filled from writer in nothing");
    expect(done.layout).toEqual(done.fresh);
    expect(await done.rows("SELECT id, writer_id, owner_id FROM app_notes ORDER BY id")).toEqual([
      { id: "one", writer_id: "bob", owner_id: "bob" },
      { id: "three", writer_id: "bob", owner_id: "bob" },
      { id: "two", writer_id: "ann", owner_id: "ann" },
    ]);
    await expect(
      database.run("INSERT INTO app_notes (id, writer_id) VALUES ('four', 'ann')"),
    ).rejects.toThrow();
    await database.run("INSERT INTO app_notes (id, writer_id, owner_id) VALUES ('four', 'ann', 'bob')");
  });
});
