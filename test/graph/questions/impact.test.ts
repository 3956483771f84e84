import { describe, expect, test } from "@jest/globals";
import { buildGraph } from "../../../src/graph/build-graph.js";
import { impact, touchesOf } from "../../../src/graph/questions/impact.js";
import type { Touch } from "../../../src/graph/questions/touch.js";
import { testBackend } from "../test-backend.js";

const reached = (touch: Touch, changes: Record<string, string> = {}) => [
  ...impact(buildGraph(testBackend(changes)), [touch]).keys(),
];

describe("a field", () => {
  test("reaches the files that use its model and name it, and no namesake's", () => {
    expect(reached({ kind: "remove-field", model: "app_articles", field: "title" })).toEqual([
      "src/collectors/AppArticleCollector.ts",
      "src/transformers/AppArticleTransformer.ts",
    ]);
    expect(reached({ kind: "remove-field", model: "app_article_comments", field: "text" })).toEqual([
      "src/extra/report.ts",
      "src/transformers/AppArticleCommentTransformer.ts",
    ]);
  });

  test("that was the only key of its object reaches the callers of its transformer", () => {
    const files = reached({ kind: "remove-field", model: "app_articles", field: "comments" });
    expect(files).toContain("src/providers/getArticlesId.ts");
    expect(files).not.toContain("src/providers/getTags.ts");
  });

  test("that becomes required reaches whoever creates, through collectors", () => {
    expect(reached({ kind: "add-required-field", model: "app_articles", field: "slug" })).toEqual([
      "src/collectors/AppArticleCollector.ts",
      "src/providers/postArticles.ts",
    ]);
    expect(reached({ kind: "add-required-field", model: "app_tags", field: "slug" })).toEqual([]);
  });

  test("reaches the callers of a function whose return type is not written", () => {
    const changes = {
      "src/extra/use.ts": `import { report } from "./report";\nexport const use: () => Promise<number> = report;`,
    };
    const touch: Touch = { kind: "remove-field", model: "app_article_comments", field: "text" };
    expect(reached(touch, changes)).toContain("src/extra/use.ts");
  });
});

describe("a model", () => {
  test("reaches every file that touches it, by relation keys as well", () => {
    expect(reached({ kind: "remove-model", model: "app_article_comments" })).toEqual(
      expect.arrayContaining([
        "src/extra/report.ts",
        "src/transformers/AppArticleCommentTransformer.ts",
        "src/transformers/AppArticleTransformer.ts",
      ]),
    );
    expect(reached({ kind: "remove-model", model: "app_tags" })).toEqual(["src/providers/getTags.ts"]);
  });
});

describe("a DTO", () => {
  test("property reaches tests that never name the type", () => {
    expect(reached({ kind: "remove-property", dto: "IAppArticle", property: "comments_count" })).toEqual([
      "src/api/structures/IAppArticle.ts",
      "src/transformers/AppArticleTransformer.ts",
      "test/features/api/test_article.ts",
    ]);
  });

  test("property is reached through the DTOs that contain its own", () => {
    const changes = {
      "src/extra/first.ts": `import { IAppArticle } from "../api/structures/IAppArticle";
export const first = (article: IAppArticle): string => article.comments[0].text;`,
    };
    expect(
      reached({ kind: "remove-property", dto: "IAppArticleComment", property: "text" }, changes),
    ).toContain("src/extra/first.ts");
  });

  test("that goes reaches those that name it", () => {
    expect(reached({ kind: "remove-dto", dto: "IAppArticleComment" })).toEqual([
      "src/api/structures/IAppArticle.ts",
      "src/transformers/AppArticleCommentTransformer.ts",
    ]);
  });
});

test("an operation reaches controller, SDK and what requests it", () => {
  expect(reached({ kind: "remove-operation", operation: "POST /articles" })).toEqual([
    "src/api/functional/articles/index.ts",
    "src/controllers/ArticlesController.ts",
    "test/generate/generate_article.ts",
  ]);
});

test("each file comes with the edges that lead to what was touched", () => {
  const graph = buildGraph(testBackend());
  const paths = impact(
    graph,
    touchesOf({
      models: [],
      fields: ["app_article_comments.text"],
      dtos: [],
      properties: [],
      operations: [],
    }),
  );
  expect(paths.get("src/extra/report.ts")).toEqual([
    { from: "file:src/extra/report.ts", to: "field:app_article_comments.text", how: "filters" },
    { from: "field:app_articles.comments", to: "model:app_article_comments", how: "has" },
    { from: "model:app_article_comments", to: "field:app_article_comments.text", how: "declares" },
  ]);
});
