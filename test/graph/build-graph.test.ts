import { describe, expect, test } from "@jest/globals";
import { buildGraph } from "../../src/graph/build-graph.js";
import type { FileFacts } from "../../src/graph/facts/file-facts.js";
import { testBackend } from "./test-backend.js";

const graph = buildGraph(testBackend());
const edge = (from: string, to: string) => graph.uses(from).find((each) => each.to === to)?.how;

describe("nodes and edges", () => {
  test("artefacts and their members are nodes", () => {
    for (const id of [
      "model:app_articles",
      "field:app_articles.title",
      "dto:IAppArticle.ISummary",
      "property:IAppArticle.comments_count",
      "operation:GET /articles/{articleId}",
      "sdk:articles.at",
      "symbol:src/transformers/AppArticleTransformer.ts#AppArticleTransformer.select",
      "file:src/extra/report.ts",
      "section:docs/analysis/01-articles.md#3",
    ])
      expect([id, graph.nodes.has(id)]).toEqual([id, true]);
    expect(graph.nodes.has("section:docs/analysis/01-articles.md#6")).toBe(false);
  });

  test("models refer to models, DTOs to DTOs, properties to columns", () => {
    expect(edge("model:app_article_comments", "model:app_articles")).toBe("belongs to");
    expect(edge("model:app_articles", "model:app_article_comments")).toBe("has");
    expect(edge("dto:IAppArticle", "dto:IAppArticleComment")).toBe("references");
    expect(edge("property:IAppArticle.ICreate.title", "field:app_articles.title")).toBe("maps");
  });

  test("a file's edges say how it uses a model, its fields, and what a relation key leads to", () => {
    const report = "file:src/extra/report.ts";
    expect(edge(report, "model:app_articles")).toBe("reads");
    expect(edge(report, "model:app_article_comments")).toBe("filters");
    expect(edge(report, "field:app_article_comments.text")).toBe("filters");
    expect(edge(report, "field:app_articles.title")).toBeUndefined();
    const transformer = "file:src/transformers/AppArticleTransformer.ts";
    expect(edge(transformer, "field:app_articles.title")).toBe("selects");
    expect(edge("file:src/collectors/AppArticleCollector.ts", "field:app_articles.title")).toBe("writes");
    expect(edge("file:src/providers/getTags.ts", "model:app_articles")).toBeUndefined();
  });

  test("from a test to the provider: SDK function, operation, provider, transformer", () => {
    expect(edge("file:test/generate/generate_article.ts", "sdk:articles.create")).toBe("requests");
    expect(edge("sdk:articles.create", "operation:POST /articles")).toBe("requests");
    expect(edge("sdk:articles.at", "operation:GET /articles/{articleId}")).toBe("requests");
    expect(edge("operation:POST /articles", "symbol:src/providers/postArticles.ts#postArticles")).toBe(
      "calls",
    );
    expect(
      edge(
        "file:src/providers/postArticles.ts",
        "symbol:src/transformers/AppArticleTransformer.ts#AppArticleTransformer.transform",
      ),
    ).toBe("calls");
  });

  test("edges can be followed back", () => {
    expect(graph.users("field:app_tags.title").map(({ from }) => from)).toEqual([
      "model:app_tags",
      "property:IAppTag.title",
      "file:src/providers/getTags.ts",
    ]);
    expect(graph.users("model:app_article_comments").map(({ from }) => from)).toContain(
      "section:docs/analysis/01-articles.md#3",
    );
  });

  test("imports resolve through re-exports and aliases", () => {
    expect([...(graph.files.get("src/api/index.ts")?.imports ?? [])]).toEqual(["src/api/module.ts"]);
    expect([...(graph.files.get("test/generate/generate_article.ts")?.imports ?? [])]).toEqual([
      "src/api/index.ts",
    ]);
  });
});

test("unwritten return types are known", () => {
  const untyped = [...graph.files.values()]
    .filter(({ kind }) => kind !== "sdk")
    .flatMap(({ facts }) => facts.symbols.filter(({ typed }) => !typed));
  expect(untyped.map(({ name }) => name)).toEqual([
    "AppArticleCollector.collect",
    "report",
    "AppArticleCommentTransformer.select",
    "AppArticleTransformer.select",
    "test_article",
    "generate_article",
  ]);
});

test("only content that the cache does not know is read", () => {
  const kept = new Map<string, FileFacts>();
  const asked: string[] = [];
  const cache = {
    get: (key: string) => kept.get(key),
    set: (key: string, facts: FileFacts) => void (kept.set(key, facts), asked.push(key)),
  };
  buildGraph(testBackend(), cache);
  const first = asked.length;
  expect(first).toBeGreaterThan(15);
  const changed = { "src/extra/report.ts": "export const report = 1;" };
  const second = buildGraph(testBackend(changed), cache);
  expect(asked.length).toBe(first + 1);
  expect(second.files.get("src/extra/report.ts")?.models.size).toBe(0);
  expect([...second.files.keys()]).toEqual([...graph.files.keys()]);
});
