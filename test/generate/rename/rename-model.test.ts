import { describe, expect, test } from "@jest/globals";
import { planChange } from "../../../src/plan/plan-change.js";
import type { Planned } from "../../../src/plan/planned.js";
import { applyEdits } from "../../../src/source/apply-edits.js";
import type { Backend } from "../../../src/source/backend.js";
import { makeBackend } from "../../../src/source/make-backend.js";
import { readSpec } from "../../../src/spec/spec.js";

const SCHEMA = `datasource db {
  provider = "postgresql"
}

/// Posts; see {@link app_posts.title} and {@link app_post_notes}.
model app_posts {
  id String @id
  app_user_id String
  title String @unique(map: "app_posts_title_key")
  author app_users @relation(fields: [app_user_id], references: [id])
  notes app_post_notes[]
  pins app_pins[]
}

model app_post_notes {
  id String @id
  app_post_id String
  text String
  post app_posts @relation(fields: [app_post_id], references: [id])

  @@unique([app_post_id, text], map: "app_post_notes_key")
}

model app_pins {
  id String @id
  pinned_post_id String
  pinnedPost app_posts @relation(fields: [pinned_post_id], references: [id])
}

model app_users {
  id String @id
  posts app_posts[]
}
`;

const DTO = `/** A post. */
export type IAppPost = { id: string; title: string };
export namespace IAppPost {
  export type ISummary = { id: string };
}
/**
 * A note.
 *
 * @x-autobe-database-schema app_post_notes
 */
export type IAppPostNote = {
  /** @x-autobe-database-schema-property app_post_id */
  post_id: string;
};
`;

const HEAD = `import { PrismaClient, Prisma } from "@prisma/client";\ndeclare const prisma: PrismaClient;\n`;

const backendWith = (code: string): Backend =>
  makeBackend("tree", [
    ["prisma/schema/main.prisma", SCHEMA],
    ["src/api/structures/IAppPost.ts", DTO],
    ["src/providers/work.ts", `${HEAD}${code}\n`],
  ]);

function rename(
  code: string,
  name = "app_posts",
  to = "app_articles",
): { planned: Planned; head: Backend | null } {
  const backend = backendWith(code);
  const planned = planChange(backend, { kind: "rename-model", name, to }, new Map());
  return { planned, head: planned.kind === "plan" ? applyEdits(backend, planned.edits()) : null };
}

const after = (code: string): string =>
  (rename(code).head?.files.get("src/providers/work.ts")?.text ?? "").slice(HEAD.length).trimEnd();

describe("a renamed model is followed through", () => {
  test.each<readonly [string, string, string]>([
    [
      "a query, and what leads to it",
      `prisma.app_posts.count(); prisma.app_post_notes.findMany({ where: { post: { title: "a" } } });`,
      `prisma.app_articles.count(); prisma.app_post_notes.findMany({ where: { article: { title: "a" } } });`,
    ],
    [
      "types that are named after it, and after relations to it",
      `type A = Prisma.app_postsWhereInput; type B = Prisma.app_post_notesCreateWithoutPostInput; type C = Prisma.app_post_notesWhereInput;`,
      `type A = Prisma.app_articlesWhereInput; type B = Prisma.app_post_notesCreateWithoutArticleInput; type C = Prisma.app_post_notesWhereInput;`,
    ],
    [
      "keys over columns that follow it",
      `prisma.app_post_notes.findUnique({ where: { app_post_id_text: { app_post_id: "1", text: "a" } } });`,
      `prisma.app_post_notes.findUnique({ where: { app_article_id_text: { app_article_id: "1", text: "a" } } });`,
    ],
    [
      "a client whose type is hidden",
      `const db: any = prisma;\nawait db.app_posts.deleteMany({ where: { author: { id: "1" } } });`,
      `const db: any = prisma;\nawait db.app_articles.deleteMany({ where: { author: { id: "1" } } });`,
    ],
    [
      "variables, texts, and relations that say what a row is for",
      `const app_posts = "app_posts";\nprisma.app_pins.findMany({ where: { pinnedPost: { title: app_posts } } });`,
      `const app_posts = "app_posts";\nprisma.app_pins.findMany({ where: { pinnedPost: { title: app_posts } } });`,
    ],
  ])("%s", (_, code, expected) => expect(after(code) || code).toBe(expected));

  test("the schema: types, keys, names of constraints and links, and nothing of its neighbours", () => {
    expect(rename("").head?.files.get("prisma/schema/main.prisma")?.text).toBe(
      SCHEMA.replaceAll("app_posts", "app_articles")
        .replaceAll("app_post_id", "app_article_id")
        .replace("  post app", "  article app")
        .replace("  posts app", "  articles app"),
    );
  });

  test("its DTOs stay, and still say which model they map", () => {
    const { planned, head } = rename("");
    const text = head?.files.get("src/api/structures/IAppPost.ts")?.text ?? "";
    expect(text).toBe(
      DTO.replace("/** A post. */", "/** A post. @x-autobe-database-schema app_articles */").replace(
        "-property app_post_id",
        "-property app_article_id",
      ),
    );
    const dtos = head === null ? new Map() : readSpec(head).api.dtos;
    expect([dtos.get("IAppPost")?.model, dtos.get("IAppPost.ISummary")?.model]).toEqual([
      "app_articles",
      "app_articles",
    ]);
    expect(planned.kind === "plan" ? planned.plan.renames.models : null).toEqual([
      { from: "app_posts", to: "app_articles" },
    ]);
  });

  test("a second run has nothing to do", () => {
    const { head } = rename("prisma.app_posts.count();");
    if (head === null) throw new Error("nothing was planned");
    const change = { kind: "rename-model", name: "app_posts", to: "app_articles" } as const;
    expect(planChange(head, change, new Map())).toMatchObject({ kind: "nothing-to-do" });
  });
});

describe("a model cannot be renamed", () => {
  const said = (planned: Planned): string => ("reason" in planned ? planned.reason : planned.kind);

  test.each([
    ["app_posts", "app_pins", "There is a model app_pins already."],
    [
      "app_posts",
      "app_Users",
      'The model app_users differs from "app_Users" in letter case or separators only.',
    ],
    ["app_posts", "class", '"class" is a reserved word.'],
    ["app_posts", "1st", '"1st" cannot name a model: it has to start with a letter.'],
    ["app_notess", "app_lines", 'Nothing here is called "app_notess".'],
  ])("%s to %s", (name, to, reason) => expect(said(rename("", name, to).planned)).toBe(reason));

  test("where SQL names its table, or the model is computed", () => {
    const sql = rename("prisma.$queryRaw`SELECT 1 FROM app_posts`;").planned;
    expect(said(sql)).toBe('src/providers/work.ts:3 cannot be followed by rule: SQL names "app_posts".');
    const key = rename('const name = "app_posts" as any;\nprisma[name];').planned;
    expect(said(key)).toMatch(
      /^src\/providers\/work.ts:4 .* the model is computed, and may be "app_posts"\.$/,
    );
  });

  test("where a relation of the new name is there already", () => {
    const { planned } = rename("", "app_pins", "app_users_notes");
    expect(planned.kind).toBe("plan");
    expect(said(rename("", "app_pins", "app_notes").planned)).toMatch(
      /would become "notes", and app_posts has/,
    );
  });
});

describe("a model is removed by its exact name", () => {
  const remove = (name: string): Planned =>
    planChange(backendWith(""), { kind: "remove-model", name }, new Map());

  test("and no other word means it", () => {
    expect(remove("app_pins")).toMatchObject({ kind: "plan", plan: { removed: { models: ["app_pins"] } } });
    expect(remove("pins")).toMatchObject({
      kind: "nothing-to-do",
      reason: 'There is no model "pins".',
      nearest: expect.arrayContaining(["app_pins"]),
    });
  });
});
