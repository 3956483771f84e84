import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Change } from "../../../src/change/change.js";
import { planChange } from "../../../src/plan/plan-change.js";
import type { Plan } from "../../../src/plan/plan.js";
import { applyEdits } from "../../../src/source/apply-edits.js";
import type { Dialect } from "../../../src/verify/schema/schema-engine.js";
import { type Migrated, migrate, schemaOf } from "./migrate.js";
import { type ScratchDatabase, scratchDatabase } from "./scratch-database.js";

const BASE = `model app_posts {
  id String @id
  title String @unique(map: "app_posts_title_key")
  notes_count Int
  notes app_post_notes[]
}

model app_post_notes {
  id String @id
  app_post_id String
  app_parent_note_id String?
  text String
  post app_posts @relation(fields: [app_post_id], references: [id], onDelete: Cascade)
  parent app_post_notes? @relation("tree", fields: [app_parent_note_id], references: [id])
  children app_post_notes[] @relation("tree")
  files app_post_note_files[]

  @@unique([app_post_id, text])
  @@index([app_parent_note_id])
}

model app_post_note_files {
  id String @id
  app_post_note_id String
  note app_post_notes @relation(fields: [app_post_note_id], references: [id])

  @@index([app_post_note_id], map: "app_post_note_files_note_idx")
}
`;

const ROWS = `INSERT INTO app_posts (id, title, notes_count) VALUES ('p', 'One', 2);
INSERT INTO app_post_notes (id, app_post_id, app_parent_note_id, text) VALUES ('a', 'p', NULL, 'first'), ('b', 'p', 'a', 'second');
INSERT INTO app_post_note_files (id, app_post_note_id) VALUES ('f', 'b')`;

/** Carries out a rename over the schema alone, and its migration over a database with rows. */
async function carry(database: ScratchDatabase, change: Change): Promise<Migrated & { readonly plan: Plan }> {
  const base = schemaOf(database, BASE);
  const planned = planChange(base, change, new Map());
  if (planned.kind !== "plan") throw new Error(JSON.stringify(planned));
  const head = applyEdits(base, planned.edits()).files.get("prisma/schema/models.prisma")?.text ?? "";
  const { plan } = planned;
  return { ...(await migrate(database, { base: BASE, head, rows: ROWS, intent: plan })), plan };
}

describe.each<Dialect>(["sqlite", "postgresql"])("a planned rename keeps every row in %s", (dialect) => {
  let database: ScratchDatabase;
  beforeAll(async () => {
    database = await scratchDatabase(dialect);
  });
  afterAll(async () => {
    await database.close();
  });

  test("of a model", async () => {
    const done = await carry(database, { kind: "rename-model", name: "app_posts", to: "app_articles" });
    expect(done.layout).toEqual(done.fresh);
    expect(
      await done.rows(
        `SELECT a.title, n.text FROM app_articles a JOIN app_post_notes n ON n.app_article_id = a.id ORDER BY n.id`,
      ),
    ).toEqual([
      { title: "One", text: "first" },
      { title: "One", text: "second" },
    ]);
  });

  test("of a feature", async () => {
    const done = await carry(database, { kind: "rename-feature", target: "notes", to: "remarks" });
    expect(done.layout).toEqual(done.fresh);
    expect(done.plan.renames.models.map(({ to }) => to)).toEqual([
      "app_post_remarks",
      "app_post_remark_files",
    ]);
    expect(
      await done.rows(
        `SELECT p.remarks_count, r.text, f.id FROM app_posts p JOIN app_post_remarks r ON r.app_post_id = p.id
         JOIN app_post_remark_files f ON f.app_post_remark_id = r.id WHERE r.app_parent_remark_id = 'a'`,
      ),
    ).toEqual([{ remarks_count: 2, text: "second", id: "f" }]);
  });
});
