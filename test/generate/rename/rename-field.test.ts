import { describe, expect, test } from "@jest/globals";
import { planChange } from "../../../src/plan/plan-change.js";
import type { Planned } from "../../../src/plan/planned.js";
import { applyEdits } from "../../../src/source/apply-edits.js";
import type { Backend } from "../../../src/source/backend.js";
import { makeBackend } from "../../../src/source/make-backend.js";

const SCHEMA = `datasource db {
  provider = "postgresql"
}

/// Posts; see {@link posts.title}.
model posts {
  id String @id
  /// Title, not the title of {@link notes.title}.
  title String
  slug String
  due_at DateTime?
  notes notes[]

  @@unique([slug, title])
  @@index([title(sort: Desc), slug])
}

model notes {
  id String @id
  post_id String
  title String
  post posts @relation(fields: [post_id], references: [id])
}
`;

const DTO = `export type IPost = {
  /**
   * Title.
   *
   * @x-autobe-database-schema-property title
   */
  title: string;
  dueAt: string | null;
  notes: INote[];
};
export namespace IPost {
  export type ICreate = { title: string };
  export type ILine = Pick<IPost, "title"> & { head: IPost["title"] };
}
export type INote = { title: string };
`;

const backendWith = (code: string): Backend =>
  makeBackend("tree", [
    ["prisma/schema/main.prisma", SCHEMA],
    ["src/api/structures/IPost.ts", DTO],
    [
      "src/providers/work.ts",
      `import { IPost, INote } from "../api/structures/IPost";\nimport { PrismaClient, Prisma } from "@prisma/client";\ndeclare const prisma: PrismaClient;\n${code}\n`,
    ],
  ]);

function rename(code: string, name = "title", to = "heading"): { planned: Planned; head: Backend | null } {
  const backend = backendWith(code);
  const planned = planChange(backend, { kind: "rename-field", name, of: "posts", to }, new Map());
  return { planned, head: planned.kind === "plan" ? applyEdits(backend, planned.edits()) : null };
}

/** The code after a rename, without what stands above it. */
function after(code: string, name?: string, to?: string): string {
  const text = rename(code, name, to).head?.files.get("src/providers/work.ts")?.text ?? "";
  return text.split("\n").slice(3).join("\n").trimEnd();
}

describe("a renamed field is followed through", () => {
  test.each<readonly [string, string, string]>([
    [
      "a select",
      `prisma.posts.findMany({ select: { title: true } });`,
      `prisma.posts.findMany({ select: { heading: true } });`,
    ],
    [
      "a filter in a relation",
      `prisma.notes.count({ where: { title: "a", post: { title: "b" } } });`,
      `prisma.notes.count({ where: { title: "a", post: { heading: "b" } } });`,
    ],
    [
      "a key over two columns",
      `prisma.posts.findUnique({ where: { slug_title: { slug: "a", title: "b" } } });`,
      `prisma.posts.findUnique({ where: { slug_heading: { slug: "a", heading: "b" } } });`,
    ],
    [
      "an order",
      `prisma.posts.findMany({ orderBy: [{ title: "asc" }] });`,
      `prisma.posts.findMany({ orderBy: [{ heading: "asc" }] });`,
    ],
    [
      "a where that is built apart",
      `const where: Prisma.postsWhereInput = {};\nwhere.title = "x";`,
      `const where: Prisma.postsWhereInput = {};\nwhere.heading = "x";`,
    ],
    [
      "a shorthand",
      `const title = "x";\nprisma.posts.update({ where: { id: "1" }, data: { title } });`,
      `const title = "x";\nprisma.posts.update({ where: { id: "1" }, data: { heading: title } });`,
    ],
    [
      "a pattern",
      `const { title } = await prisma.posts.findFirstOrThrow();\nconsole.log(title);`,
      `const { heading: title } = await prisma.posts.findFirstOrThrow();\nconsole.log(title);`,
    ],
    [
      "a body and a row of one name",
      `export const make = (body: IPost.ICreate) => ({ title: body.title } satisfies Prisma.postsCreateInput);`,
      `export const make = (body: IPost.ICreate) => ({ heading: body.heading } satisfies Prisma.postsCreateInput);`,
    ],
    [
      "an element access",
      `const [row] = await prisma.posts.findMany();\nrow["title"];`,
      `const [row] = await prisma.posts.findMany();\nrow["heading"];`,
    ],
    [
      "an object read back",
      `const data = { title: "a" };\nawait prisma.posts.create({ data });\nconsole.log(data.title);`,
      `const data = { heading: "a" };\nawait prisma.posts.create({ data });\nconsole.log(data.heading);`,
    ],
    [
      "an object whose type is written by hand",
      `const data: Partial<{ title: string; slug: string }> = { slug: "a", title: "b" };\ndata.title = "c";\nawait prisma.posts.update({ where: { id: "1" }, data });`,
      `const data: Partial<{ heading: string; slug: string }> = { slug: "a", heading: "b" };\ndata.heading = "c";\nawait prisma.posts.update({ where: { id: "1" }, data });`,
    ],
    [
      "an object that a mapping makes",
      `export const all = async (): Promise<{ data: IPost.ICreate[] }> => {\n  const rows = await prisma.posts.findMany();\n  return { data: rows.map((row) => ({ title: row.title ? String(row.title) : "" })) };\n};`,
      `export const all = async (): Promise<{ data: IPost.ICreate[] }> => {\n  const rows = await prisma.posts.findMany();\n  return { data: rows.map((row) => ({ heading: row.heading ? String(row.heading) : "" })) };\n};`,
    ],
    [
      "another model's field of the same name",
      `export const show = (note: INote) => note.title;`,
      `export const show = (note: INote) => note.title;`,
    ],
    [
      "a string and a comment that say the same",
      `// the title\nconsole.log("title");`,
      `// the title\nconsole.log("title");`,
    ],
  ])("%s", (_, code, expected) => expect(after(code)).toBe(expected));

  test("the schema: declaration, index, key and links, and nothing of another model", () => {
    const text = rename("").head?.files.get("prisma/schema/main.prisma")?.text;
    expect(text).toBe(
      SCHEMA.replace("{@link posts.title}", "{@link posts.heading}")
        .replace("  title String\n  slug", "  heading String\n  slug")
        .replace("@@unique([slug, title])", "@@unique([slug, heading])")
        .replace("title(sort: Desc)", "heading(sort: Desc)"),
    );
  });

  test("DTOs: properties, tags, and types that name a member", () => {
    const text = rename("").head?.files.get("src/api/structures/IPost.ts")?.text;
    expect(text).toBe(
      DTO.replace("-property title", "-property heading")
        .replace("  title: string;\n  dueAt", "  heading: string;\n  dueAt")
        .replace("{ title: string };\n  export type ILine", "{ heading: string };\n  export type ILine")
        .replace('Pick<IPost, "title">', 'Pick<IPost, "heading">')
        .replace('IPost["title"]', 'IPost["heading"]'),
    );
  });

  test("a property keeps its own spelling", () => {
    expect(after(`export const at = (post: IPost) => post.dueAt;`, "due_at", "ends_at")).toBe(
      `export const at = (post: IPost) => post.endsAt;`,
    );
  });
});

describe("a rename is refused", () => {
  const refusal = (code: string, name?: string, to?: string): string => {
    const { planned } = rename(code, name, to);
    return planned.kind === "refused" ? planned.reason : planned.kind;
  };

  test("where a key of a query is computed", () => {
    const code = `const by = "title" as string;\nprisma.posts.findMany({ orderBy: { [by]: "asc" } });`;
    expect(refusal(code)).toBe(
      'src/providers/work.ts:5 cannot be followed by rule: a key of a query on posts is computed, and may be "title".',
    );
  });

  test("where SQL names the column", () => {
    expect(refusal("prisma.$queryRaw`SELECT title FROM posts`;")).toMatch(/work\.ts:4 .*SQL names "title"/);
  });

  test("where a place may mean another model's field too", () => {
    const code = `export const show = (item: IPost | INote) => item.title;`;
    expect(refusal(code)).toMatch(/work\.ts:4 .*"title" may mean the renamed member or another one/);
  });

  test.each([
    ["slug", 'posts has a field "slug" already.'],
    ["Heading", '"Heading" cannot name a field: it has to start with a small letter.'],
    ["constructor", '"constructor" is reserved in Prisma\'s queries.'],
  ])("where %s cannot be the name", (to, reason) => expect(refusal("", "title", to)).toBe(reason));
});

test("a second run has nothing to do, and an unknown name is answered with the nearest", () => {
  const { head } = rename("");
  const change = { kind: "rename-field", name: "title", of: "posts", to: "heading" } as const;
  expect(head && planChange(head, change, new Map())).toMatchObject({ kind: "nothing-to-do" });
  expect(planChange(backendWith(""), { ...change, name: "titel" }, new Map())).toMatchObject({
    kind: "nothing-to-do",
    reason: 'posts has no field "titel".',
    nearest: expect.arrayContaining(["title"]),
  });
});

test("there and back again gives the same bytes", () => {
  const code = `export const make = (body: IPost.ICreate) => ({ title: body.title } satisfies Prisma.postsCreateInput);`;
  const { head } = rename(code);
  const back =
    head && planChange(head, { kind: "rename-field", name: "heading", of: "posts", to: "title" }, new Map());
  if (back?.kind !== "plan") throw new Error("no plan");
  const again = applyEdits(head as Backend, back.edits());
  for (const [path, file] of backendWith(code).files) expect(again.files.get(path)?.text).toBe(file.text);
});
