import { describe, expect, test } from "@jest/globals";
import { Reach } from "../../../src/graph/reach/reach.js";
import { RowUsers } from "../../../src/graph/reach/row-users.js";
import { makeBackend } from "../../../src/source/make-backend.js";
import { readDatabase } from "../../../src/spec/database/read-database.js";

const SCHEMA = `
model bbs_articles {
  id String @id
  title String
  comments bbs_comments[]
}
model bbs_comments {
  id String @id
  title String
  article_id String
  article bbs_articles @relation(fields: [article_id], references: [id])
}
`;

const backend = makeBackend("reach", [
  ["prisma/schema/main.prisma", SCHEMA],
  ["src/api/index.ts", `import * as api from "./module";\nexport default api;\n`],
  ["src/api/module.ts", `export * as functional from "./functional/index";\n`],
  [
    "src/api/functional/index.ts",
    `export * as articles from "./articles/index";\nexport * as tags from "./tags/index";\n`,
  ],
  [
    "src/api/functional/articles/index.ts",
    `import type { IArticle } from "../../structures/IArticle";\nexport function at(): Promise<IArticle> { throw 0; }\n`,
  ],
  ["src/api/functional/tags/index.ts", `export function at(): Promise<void> { throw 0; }\n`],
  ["src/api/structures/IArticle.ts", `export type IArticle = { title: string };\n`],
  [
    "src/controllers/ArticlesController.ts",
    `import { getArticle } from "../providers/getArticle";\nexport class ArticlesController { at() { return getArticle(); } }\n`,
  ],
  [
    "src/providers/getArticle.ts",
    `import { MyGlobal } from "../MyGlobal";\nexport function getArticle() { return MyGlobal.prisma.bbs_articles.findFirst(); }\n`,
  ],
  [
    "src/providers/getComment.ts",
    `export const read = (prisma: any) => prisma.bbs_comments.findFirst({ select: { article: { select: { title: true } } } });\n`,
  ],
  [
    "src/providers/getTitle.ts",
    `export const read = (prisma: any) => prisma.bbs_comments.findFirst({ select: { title: true } });\n`,
  ],
  ["src/MyGlobal.ts", `export const MyGlobal = { prisma: null as any };\n`],
  [
    "src/MyModule.ts",
    `import { ArticlesController } from "./controllers/ArticlesController";\nexport const all = [ArticlesController];\n`,
  ],
  [
    "test/article.ts",
    `import api from "../src/api";\nexport const test = async () => (await api.functional.articles.at()).title;\n`,
  ],
  ["test/tag.ts", `import api from "../src/api";\nexport const test = () => api.functional.tags.at();\n`],
]);
const reach = new Reach(backend);

describe("who can name what a file declares", () => {
  test("through the SDK only a file that says the names on the way", () => {
    const namers = reach.namersOf("src/api/functional/articles/index.ts");
    expect(namers.has("test/article.ts")).toBe(true);
    expect(namers.has("test/tag.ts")).toBe(false);
  });

  test("a value travels further than a name", () => {
    const path = "src/api/structures/IArticle.ts";
    expect(reach.namersOf(path).has("test/article.ts")).toBe(false);
    expect(reach.carriersOf(path).has("test/article.ts")).toBe(true);
    expect(reach.carriersOf(path).has("test/tag.ts")).toBe(false);
  });
});

describe("what a program has to hold", () => {
  test("the parts of the SDK that are called, and what they take their types from", () => {
    const files = reach.closure(["test/article.ts"]);
    expect(files.has("src/api/structures/IArticle.ts")).toBe(true);
    expect(files.has("src/api/functional/tags/index.ts")).toBe(false);
  });

  test("a controller only where it is asked for", () => {
    expect(reach.closure(["src/MyModule.ts"]).has("src/providers/getArticle.ts")).toBe(false);
    const both = reach.closure(["src/MyModule.ts", "src/controllers/ArticlesController.ts"]);
    expect(both.has("src/providers/getArticle.ts")).toBe(true);
  });
});

test("a column is named by who uses its model, over relations too", () => {
  const rows = new RowUsers(readDatabase(backend), reach);
  const naming = rows.naming("title", "bbs_articles");
  expect(naming).toContain("src/providers/getComment.ts");
  expect(naming).not.toContain("src/providers/getTitle.ts");
});

test("the models of some files are those they name and those they come to from there", () => {
  const rows = new RowUsers(readDatabase(backend), reach);
  expect([...rows.modelsIn(new Set(["src/providers/getTitle.ts"]))]).toEqual(["bbs_comments"]);
  expect([...rows.modelsIn(new Set(["src/providers/getComment.ts"]))].sort()).toEqual([
    "bbs_articles",
    "bbs_comments",
  ]);
});
