import { expect, test } from "@jest/globals";
import { parseJson } from "../../../src/generate/documents/parse-json.js";
import { removeFromDocuments } from "../../../src/generate/documents/remove-from-documents.js";
import { makeBackend } from "../../../src/source/make-backend.js";
import { readDatabase } from "../../../src/spec/database/read-database.js";

const SCHEMA = `
model articles {
  id String @id
  best_id String?
  best comments? @relation("best", fields: [best_id], references: [id])
  comments comments[]
}
model comments {
  id String @id
  article_id String
  article articles @relation(fields: [article_id], references: [id])
  best articles[] @relation("best")
  @@map("article_comments")
}
`;
const DTO = `
export type IArticle = { id: string; comments_count: number };
export namespace IArticle {
  export type IFull = IArticle & { text: string };
  export interface IOther extends IArticle { comments_count: number }
}`;
const REMOVED = {
  models: ["comments"],
  fields: ["articles.best_id", "articles.best", "articles.comments"],
  dtos: ["IComment", "IComment.ICreate"],
  properties: ["IArticle.comments_count"],
  operations: ["GET /comments/{id}", "POST /comments", "POST /articles/{articleId}"],
};

function remove(path: string, text: string) {
  const backend = makeBackend("small", [
    ["prisma/schema/main.prisma", SCHEMA] as const,
    ["src/api/structures/IArticle.ts", DTO] as const,
    [path, text] as const,
  ]);
  const removal = { removed: REMOVED, words: [["comment"]] };
  const { edits, notices } = removeFromDocuments(backend, readDatabase(backend), removal);
  return {
    after: edits[0]?.after ?? null,
    notices: notices.map((notice) => `${notice.kind} ${notice.path}`),
  };
}

const SWAGGER = "packages/api/swagger.json";
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const operation = (name: string, tags: string[] = []): object => ({
  tags,
  responses: { 200: { content: { "application/json": { schema: ref(name) } } } },
});
const object = (properties: object, required: string[]): object => ({ type: "object", properties, required });

test("swagger loses operations, schemas that only they used, properties and tags", () => {
  const before = {
    openapi: "3.1.0",
    paths: {
      "/comments": { post: operation("IComment", ["talk"]) },
      "/comments/{commentId}": { get: operation("IComment", ["talk"]) },
      "/articles/{articleId}": {
        summary: "kept",
        get: operation("IArticle.IFull", ["read"]),
        post: operation("IComment", ["read"]),
      },
      "/others": { get: operation("IArticle.IOther") },
    },
    components: {
      schemas: {
        IComment: object({ mood: ref("IMood"), id: {} }, []),
        IMood: object({}, []),
        IUnused: object({}, []),
        IArticle: object({ comments_count: {} }, ["comments_count"]),
        "IArticle.IFull": object({ id: {}, comments_count: {}, text: {} }, ["id", "comments_count", "text"]),
        "IArticle.IOther": object({ comments_count: {} }, ["comments_count"]),
      },
    },
    tags: [{ name: "talk" }, { name: "read" }, { name: "unused" }],
  };
  const { after, notices } = remove(SWAGGER, JSON.stringify(before, null, 2));
  expect(notices).toEqual([]);
  expect(JSON.parse(after ?? "")).toEqual({
    openapi: "3.1.0",
    paths: {
      "/articles/{articleId}": { summary: "kept", get: operation("IArticle.IFull", ["read"]) },
      "/others": { get: operation("IArticle.IOther") },
    },
    components: {
      schemas: {
        IUnused: object({}, []),
        IArticle: object({}, []),
        "IArticle.IFull": object({ id: {}, text: {} }, ["id", "text"]),
        "IArticle.IOther": object({ comments_count: {} }, ["comments_count"]),
      },
    },
    tags: [{ name: "read" }, { name: "unused" }],
  });
});

test("what stays in a JSON file keeps its bytes", () => {
  const text =
    '\uFEFF{"swagger" : "2.0",\r\n\t"paths":{ "/comments" : {"post":{}},\r\n\t "/a":  {"get": {"x":[1.50,\t"\\u0041"]}} , "/comments/{id}":{"get":{}} } }\r\n';
  expect(remove(SWAGGER, text).after).toBe(
    '\uFEFF{"swagger" : "2.0",\r\n\t"paths":{ "/a":  {"get": {"x":[1.50,\t"\\u0041"]}} } }\r\n',
  );
});

test("a file is named as stale if it is not understood or was not in step, and speaks of what goes", () => {
  const stale = [`stale-file ${SWAGGER}`];
  const kept = { "/other": { get: operation("IComment") } };
  const schemas = { IComment: object({}, []) };
  const outOfStep = JSON.stringify({ openapi: "3.1.0", paths: kept, components: { schemas } });
  expect(remove(SWAGGER, outOfStep)).toEqual({ after: null, notices: stale });
  expect(remove(SWAGGER, '{"paths": {"/comments": }')).toEqual({ after: null, notices: stale });
  expect(remove(SWAGGER, '{"paths": }')).toEqual({ after: null, notices: [] });
  expect(remove("autobe/histories.json", '[{"dto": "IComment.ICreate"}]').notices).toEqual([
    "stale-file autobe/histories.json",
  ]);
  expect(remove("autobe/tokenUsage.json", '{"total": 0}').notices).toEqual([]);
  expect(remove("docs/ERD.md", "# Tables\n\n- comments\n").notices).toEqual(["stale-file docs/ERD.md"]);
});

test("autobe/document.json loses operations, what they required of others, and operations the code never had", () => {
  const schemas = { IArticle: object({ id: {}, comments_count: {} }, ["id"]), IComment: object({}, []) };
  const article = {
    method: "get",
    path: "/articles",
    requestBody: null,
    responseBody: { typeName: "IArticle" },
    prerequisites: [
      { endpoint: { method: "post", path: "/comments" } },
      { endpoint: { method: "post", path: "/articles" } },
    ],
  };
  const comment = { method: "post", path: "/comments", responseBody: { typeName: "IComment" } };
  const never = { method: "put", path: "/never", requestBody: { typeName: "IComment" } };
  const text = JSON.stringify({ operations: [comment, article, never], components: { schemas } });
  expect(JSON.parse(remove("autobe/document.json", text).after ?? "")).toEqual({
    operations: [{ ...article, prerequisites: [{ endpoint: { method: "post", path: "/articles" } }] }],
    components: { schemas: { IArticle: object({ id: {} }, ["id"]) } },
  });
});

test("autobe/prisma.json loses models, relations into them and indexes over their columns", () => {
  const best = { name: "best_id", relation: { name: "best", targetModel: "comments" } };
  const articles = {
    name: "articles",
    foreignFields: [best],
    plainFields: [{ name: "title" }],
    plainIndexes: [{ fieldNames: ["best_id", "title"] }, { fieldNames: ["title"] }],
    ginIndexes: [{ fieldName: "title" }],
  };
  const files = [
    { filename: "a.prisma", models: [articles] },
    { filename: "b.prisma", models: [{ name: "comments" }] },
  ];
  expect(JSON.parse(remove("autobe/prisma.json", JSON.stringify({ files })).after ?? "")).toEqual({
    files: [
      {
        filename: "a.prisma",
        models: [{ ...articles, foreignFields: [], plainIndexes: [{ fieldNames: ["title"] }] }],
      },
    ],
  });
});

test("the entity-relationship document knows models by their tables", () => {
  const erd = (talk: boolean): string =>
    [
      "# Tables",
      "",
      "- [Articles](#articles)",
      ...(talk ? ["- [Talk](#talk)"] : []),
      "",
      "## Articles",
      "",
      "```mermaid",
      "erDiagram",
      '"articles" {',
      "  String id PK",
      ...(talk ? ['  String best_id FK "nullable"'] : []),
      "}",
      ...(talk
        ? ['"article_comments" }o--|| "articles" : article', '"articles" }o--o| "article_comments" : best']
        : []),
      "```",
      "",
      "### `articles`",
      "",
      "- `id`: Key.",
      ...(talk ? ["- `best_id`", "  > The best of", "  > all."] : []),
      ...(talk
        ? ["", "## Talk", "", "```mermaid", "erDiagram", '"article_comments" {', "  String id PK", "}", "```"]
        : []),
      ...(talk ? ["", "### `article_comments`", "", "- `id`: Key."] : []),
      "",
    ].join("\r\n");
  expect(remove("docs/ERD.md", erd(true))).toEqual({ after: erd(false), notices: [] });
});

test.each(["", "{", '{"a":1,}', "[1 2]", "{'a':1}", "01", "[1.]", "tru", '"\\x"', "{} {}", "[".repeat(5000)])(
  "is no JSON: %s",
  (text) => expect(parseJson(text)).toBeNull(),
);

test.each(["[]", "{}", ' {"a\\n":[-1.5e+3,null,true,"é\\""]} ', "0"])("is JSON: %s", (text) =>
  expect(parseJson(text)).not.toBeNull(),
);
