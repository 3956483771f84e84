import { expect, test } from "@jest/globals";
import { migrationSection } from "../../../src/app/sections/migration-section.js";

const RISK = {
  code: "data-dependent",
  statement: "",
  reason: `answers that show a row whose "notes"."state" is not one of new, done are refused`,
  rows: `SELECT COUNT(*) FROM "notes" WHERE "state" NOT IN ('new', 'done')`,
};

test("rows that may not fit are told though the schema stays as it is", () => {
  const text = migrationSection({ sql: "", dialect: "sqlite", risks: [RISK], refusals: [] }, []);
  expect(text).toMatch(/^The database schema stays as it is\. Its rows may not be what the backend expects/);
  expect(text).toContain("data-dependent");
  expect(text).toContain(`${RISK.rows};`);
});

test("a schema that stays, with rows that do, is one sentence", () => {
  const text = "The database schema stays as it is.";
  expect(migrationSection(null, [])).toBe(text);
  expect(migrationSection({ sql: "", dialect: "sqlite", risks: [], refusals: [] }, [])).toBe(text);
});
