import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Backend } from "../../../src/source/backend.js";
import { planDecided } from "../../cases/plan-decided.js";
import { asRecommended } from "../../cases/run/run-case.js";
import { changeOf } from "../../support/change-of.js";
import { fixtureBackend, type FixtureName } from "../../support/fixture-backend.js";
import { applyEdits } from "../../../src/source/apply-edits.js";
import type { Dialect } from "../../../src/verify/schema/schema-engine.js";
import { type Migrated, migrate } from "./migrate.js";
import { type ScratchDatabase, scratchDatabase } from "./scratch-database.js";

interface Actors {
  readonly fixture: FixtureName;
  readonly dialect: Dialect;
  /** Two who sign in as admins, and two of the renamed actor with a session each. */
  readonly rows: string;
  readonly admins: string;
  readonly rename: string;
  /** Everybody who signs in as the renamed actor, with his session. */
  readonly sessions: string;
}

const ID = "00000000-0000-4000-8000-00000000000";
const AT = "'2026-01-31 10:20:30'";

const ACTORS: readonly Actors[] = [
  {
    fixture: "bbs",
    dialect: "postgresql",
    rows: `INSERT INTO bbs_admins (id, email, password_hash, name, created_at, updated_at)
      VALUES ('${ID}1', 'ann@a.org', 'x', 'Ann', ${AT}, ${AT}), ('${ID}2', 'bob@a.org', 'y', 'Bob', ${AT}, ${AT});
      INSERT INTO bbs_admin_sessions (id, bbs_admin_id, ip, href, referrer, created_at, expired_at)
      VALUES ('${ID}3', '${ID}1', '::1', '/', '/', ${AT}, ${AT}), ('${ID}4', '${ID}2', '::2', '/', '/', ${AT}, ${AT})`,
    admins: "bbs_admins",
    rename: "rename actor admin to moderator",
    sessions: `SELECT a.email, s.id FROM bbs_moderators a
      JOIN bbs_moderator_sessions s ON s.bbs_moderator_id = a.id ORDER BY s.id`,
  },
  {
    fixture: "todo",
    dialect: "sqlite",
    rows: `INSERT INTO todo_app_admins (id, email, password_hash, created_at, updated_at)
      VALUES ('${ID}1', 'ann@a.org', 'x', ${AT}, ${AT}), ('${ID}2', 'bob@a.org', 'y', ${AT}, ${AT});
      INSERT INTO todo_app_users (id, email, password_hash, nickname, created_at, updated_at)
      VALUES ('${ID}1', 'ann@a.org', 'x', 'Ann', ${AT}, ${AT}), ('${ID}2', 'bob@a.org', 'y', 'Bob', ${AT}, ${AT});
      INSERT INTO todo_app_user_sessions (id, todo_app_user_id, created_at, expired_at)
      VALUES ('${ID}3', '${ID}1', ${AT}, ${AT}), ('${ID}4', '${ID}2', ${AT}, ${AT})`,
    admins: "todo_app_admins",
    rename: "rename actor user to customer",
    sessions: `SELECT a.email, s.id FROM todo_app_customers a
      JOIN todo_app_customer_sessions s ON s.todo_app_customer_id = a.id ORDER BY s.id`,
  },
];

/** The models of a fixture, whose datasource is the scratch database's own. */
function modelsOf({ files }: Backend): string {
  const schemas = [...files.values()].filter(({ path }) => /^prisma\/schema\/schema-.*\.prisma$/.test(path));
  return schemas.map(({ text }) => text ?? "").join("\n");
}

/** Carries a change of actors out in a whole fixture, and its migration over a database with rows. */
async function carry(database: ScratchDatabase, { fixture, rows }: Actors, line: string): Promise<Migrated> {
  const base = fixtureBackend(fixture);
  const decided = planDecided(base, [changeOf(line)], asRecommended);
  if (decided.kind !== "planned") throw new Error(JSON.stringify(decided));
  const head = applyEdits(base, decided.edits);
  return await migrate(database, { base: modelsOf(base), head: modelsOf(head), rows, intent: decided.plan });
}

describe.each(ACTORS)("a change of actors keeps every row of $fixture in $dialect", (actors) => {
  let database: ScratchDatabase;
  beforeAll(async () => {
    database = await scratchDatabase(actors.dialect);
  });
  afterAll(async () => {
    await database.close();
  });

  test("renamed", async () => {
    const done = await carry(database, actors, actors.rename);
    expect(done.layout).toEqual(done.fresh);
    expect(await done.rows(actors.sessions)).toEqual([
      { email: "ann@a.org", id: `${ID}3` },
      { email: "bob@a.org", id: `${ID}4` },
    ]);
    expect(done.migration.risks.map(({ code }) => code)).not.toContain("destructive");
  });

  test("split by position", async () => {
    const split = "split actor admin by position into moderator, supervisor, existing as supervisor";
    const done = await carry(database, actors, split);
    expect(done.layout).toEqual(done.fresh);
    const asked = `SELECT email, position FROM ${actors.admins} ORDER BY email`;
    expect(await done.rows(asked)).toEqual([
      { email: "ann@a.org", position: "supervisor" },
      { email: "bob@a.org", position: "supervisor" },
    ]);
    expect(done.migration.risks.map(({ code }) => code)).not.toContain("destructive");
  });
});
