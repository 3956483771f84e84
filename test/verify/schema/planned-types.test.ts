import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { planChange } from "../../../src/plan/plan-change.js";
import { applyEdits } from "../../../src/source/apply-edits.js";
import type { Dialect } from "../../../src/verify/schema/schema-engine.js";
import { fill, type Migrated, migrate, schemaOf } from "./migrate.js";
import { type ScratchDatabase, scratchDatabase } from "./scratch-database.js";
import { changeOf } from "../../support/change-of.js";

const BASE = `model app_notes {
  id String @id
  size Int @default(1)
  share Float?
  open Boolean
  code String @unique
  at DateTime?
  state String @default("new") @map("status")
}
`;

const ROWS = `INSERT INTO app_notes (id, size, share, open, code, at, status)
VALUES ('a', 7, NULL, true, '12', '2026-01-31 10:20:30', 'new'), ('b', 8, 2.0, false, '34', NULL, 'lost')`;

/** Carries out a change of type over the schema, and its migration over a database with rows. */
async function carry(database: ScratchDatabase, line: string): Promise<Migrated> {
  return await migrate(database, { base: BASE, rows: ROWS, ...planned(database, line) });
}

function planned(
  database: ScratchDatabase,
  line: string,
): Pick<Parameters<typeof migrate>[1], "head" | "intent"> {
  const base = schemaOf(database, BASE);
  const change = changeOf(line);
  const found = planChange(base, change, new Map());
  if (found.kind !== "plan") throw new Error(JSON.stringify(found));
  const head = applyEdits(base, found.edits()).files.get("prisma/schema/models.prisma")?.text ?? "";
  return { head, intent: found.plan };
}

describe.each<Dialect>(["sqlite", "postgresql"])("a planned type keeps the rows in %s", (dialect) => {
  let database: ScratchDatabase;
  beforeAll(async () => {
    database = await scratchDatabase(dialect);
  });
  afterAll(async () => {
    await database.close();
  });

  test("where each value has a place", async () => {
    const done = await carry(database, "change field size of app_notes to string");
    expect(done.layout).toEqual(done.fresh);
    expect(await done.rows("SELECT id, size FROM app_notes ORDER BY id")).toEqual([
      { id: "a", size: "7" },
      { id: "b", size: "8" },
    ]);
    expect(done.migration.risks.map(({ code }) => code)).not.toContain("destructive");
  });

  test("of moments into the text that callers know", async () => {
    const done = await carry(database, "change field at of app_notes to string");
    expect(done.layout).toEqual(done.fresh);
    expect(await done.rows("SELECT at FROM app_notes ORDER BY id")).toEqual([
      { at: "2026-01-31T10:20:30.000Z" },
      { at: null },
    ]);
  });

  test("of moments that are kept as numbers", async () => {
    if (dialect !== "sqlite") return;
    const rows = ROWS.replace("'2026-01-31 10:20:30'", "1769854830000");
    const line = "change field at of app_notes to string";
    const done = await migrate(database, { base: BASE, rows, ...planned(database, line) });
    expect(await done.rows("SELECT at FROM app_notes WHERE id = 'a'")).toEqual([
      { at: "2026-01-31T10:20:30.000Z" },
    ]);
  });

  test("of truth into numbers", async () => {
    const done = await carry(database, "change field open of app_notes to int");
    expect(await done.rows("SELECT open FROM app_notes ORDER BY id")).toEqual([{ open: 1 }, { open: 0 }]);
  });

  test("where values may be lost, which a person has to accept", async () => {
    const done = await carry(database, "change field code of app_notes to int");
    expect(done.layout).toEqual(done.fresh);
    expect(await done.rows("SELECT code FROM app_notes ORDER BY id")).toEqual([{ code: 12 }, { code: 34 }]);
    const lost = done.migration.risks.find(({ code }) => code === "destructive");
    expect(lost?.reason).toContain('"app_notes"."code"');
    const share = await carry(database, "change field share of app_notes to int");
    expect(await share.rows("SELECT share FROM app_notes ORDER BY id")).toEqual([
      { share: null },
      { share: 2 },
    ]);
  });

  test("of words into an enum, where the database has any", async () => {
    const line = "change field state of app_notes to enum of new, done, lost";
    if (dialect === "sqlite") return expect(() => planned(database, line)).toThrow("have no enums");
    const done = await carry(database, line);
    expect(done.layout).toEqual(done.fresh);
    expect(await done.rows("SELECT id, status FROM app_notes ORDER BY id")).toEqual([
      { id: "a", status: "new" },
      { id: "b", status: "lost" },
    ]);
    await database.run("INSERT INTO app_notes (id, open, code) VALUES ('c', true, '56')");
    expect(await done.rows("SELECT status FROM app_notes WHERE id = 'c'")).toEqual([{ status: "new" }]);
  });

  test("rows that an enum does not know are counted, and stop the migration", async () => {
    if (dialect === "sqlite") return;
    const line = "change field state of app_notes to enum of new, done";
    const { risks } = await fill(database, { base: BASE, rows: ROWS, ...planned(database, line) });
    const stray = risks.find(({ code }) => code === "data-dependent");
    expect(stray?.reason).toContain('fails where a value of "app_notes"."status" does not fit');
    const [count] = await database.rows(stray?.rows ?? "");
    expect(Number(Object.values(count ?? {})[0])).toBe(1);
    await expect(carry(database, line)).rejects.toThrow();
  });

  test("rows with other values than the ones of a set are counted", async () => {
    const line = "change field state of app_notes to one of new, done";
    const { sql, risks } = await fill(database, { base: BASE, rows: ROWS, ...planned(database, line) });
    expect(sql).toBe("");
    expect(risks).toEqual([
      {
        code: "data-dependent",
        statement: "",
        reason: `answers that show a row whose "app_notes"."status" is not one of new, done are refused`,
        rows: `SELECT COUNT(*) FROM "app_notes" WHERE CAST("status" AS TEXT) NOT IN ('new', 'done')`,
      },
    ]);
    const [count] = await database.rows(`${risks[0]?.rows ?? ""}`);
    expect(Number(Object.values(count ?? {})[0])).toBe(1);
  });
});
