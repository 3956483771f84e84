import { makeBackend } from "../../src/source/make-backend.js";
import type { Backend } from "../../src/source/backend.js";

/** A small modular backend: articles with comments, written for these tests. */
const FILES: Readonly<Record<string, string>> = {
  "tsconfig.json": `{ "compilerOptions": { "paths": { "@api": ["./src/api"], "@api/lib/*": ["./src/api/*"] } } }`,
  "prisma/schema/main.prisma": `datasource db {\n provider = "postgresql"\n}
model app_articles {
  id String @id
  title String
  created_at DateTime
  comments app_article_comments[]
}
model app_article_comments {
  id String @id
  app_article_id String
  text String
  created_at DateTime
  article app_articles @relation(fields: [app_article_id], references: [id])
}
model app_tags {
  id String @id
  title String
}
`,
  "src/api/structures/IAppArticle.ts": `import { IAppArticleComment } from "./IAppArticleComment";
export type IAppArticle = { id: string; title: string; comments: IAppArticleComment[]; comments_count: number };
export namespace IAppArticle {
  export type ICreate = { title: string };
  export type ISummary = { id: string; title: string };
}
`,
  "src/api/structures/IAppArticleComment.ts": `export type IAppArticleComment = { id: string; text: string };
export namespace IAppArticleComment { export type ICreate = { text: string }; }
`,
  "src/api/structures/IAppTag.ts": `export type IAppTag = { id: string; title: string };\n`,
  "src/api/index.ts": `import * as api from "./module";\nexport * from "./module";\nexport default api;\n`,
  "src/api/module.ts": `export * as functional from "./functional";\n`,
  "src/api/functional/index.ts": `export * as articles from "./articles";\n`,
  "src/api/functional/articles/index.ts": `import { IAppArticle } from "../../structures/IAppArticle";
export async function create(connection: unknown, props: create.Props): Promise<IAppArticle> { throw props; }
export namespace create {
  export type Props = { body: IAppArticle.ICreate };
  export const METADATA = { method: "POST", path: "/articles" } as const;
}
export async function at(connection: unknown, props: { id: string }): Promise<IAppArticle> { throw props; }
export namespace at { export const METADATA = { method: "GET", path: "/articles/:id" } as const; }
`,
  "src/collectors/AppArticleCollector.ts": `import { Prisma } from "@prisma/sdk";
import { IAppArticle } from "@api/lib/structures/IAppArticle";
export namespace AppArticleCollector {
  export async function collect(props: { body: IAppArticle.ICreate }) {
    return { id: "x", title: props.body.title, created_at: new Date() } satisfies Prisma.app_articlesCreateInput;
  }
}
`,
  "src/transformers/AppArticleTransformer.ts": `import { Prisma } from "@prisma/sdk";
import { IAppArticle } from "@api/lib/structures/IAppArticle";
import { AppArticleCommentTransformer } from "./AppArticleCommentTransformer";
export namespace AppArticleTransformer {
  export type Payload = Prisma.app_articlesGetPayload<ReturnType<typeof select>>;
  export function select() {
    return {
      select: {
        id: true,
        title: true,
        comments: AppArticleCommentTransformer.select(),
        _count: { select: { comments: true } },
      },
    } satisfies Prisma.app_articlesFindManyArgs;
  }
  export async function transform(input: Payload): Promise<IAppArticle> {
    return {
      id: input.id,
      title: input.title,
      comments: input.comments.map(AppArticleCommentTransformer.transform),
      comments_count: input._count.comments,
    };
  }
}
`,
  "src/transformers/AppArticleCommentTransformer.ts": `import { Prisma } from "@prisma/sdk";
import { IAppArticleComment } from "@api/lib/structures/IAppArticleComment";
export namespace AppArticleCommentTransformer {
  export type Payload = Prisma.app_article_commentsGetPayload<ReturnType<typeof select>>;
  export function select() {
    return { select: { id: true, text: true } } satisfies Prisma.app_article_commentsFindManyArgs;
  }
  export function transform(input: Payload): IAppArticleComment {
    return { id: input.id, text: input.text };
  }
}
`,
  "src/providers/postArticles.ts": `import { MyGlobal } from "../MyGlobal";
import { IAppArticle } from "@api/lib/structures/IAppArticle";
import { AppArticleCollector } from "../collectors/AppArticleCollector";
import { AppArticleTransformer } from "../transformers/AppArticleTransformer";
export async function postArticles(props: { body: IAppArticle.ICreate }): Promise<IAppArticle> {
  const record = await MyGlobal.prisma.app_articles.create({
    data: await AppArticleCollector.collect({ body: props.body }),
    ...AppArticleTransformer.select(),
  });
  return AppArticleTransformer.transform(record);
}
`,
  "src/providers/getArticlesId.ts": `import { MyGlobal } from "../MyGlobal";
import { IAppArticle } from "@api/lib/structures/IAppArticle";
import { AppArticleTransformer } from "../transformers/AppArticleTransformer";
export async function getArticlesId(props: { id: string }): Promise<IAppArticle> {
  return AppArticleTransformer.transform(
    await MyGlobal.prisma.app_articles.findFirstOrThrow({ where: { id: props.id }, ...AppArticleTransformer.select() }),
  );
}
`,
  "src/providers/getTags.ts": `import { MyGlobal } from "../MyGlobal";
import { IAppTag } from "@api/lib/structures/IAppTag";
export async function getTags(): Promise<IAppTag[]> {
  return MyGlobal.prisma.app_tags.findMany({ select: { id: true, title: true } });
}
`,
  "src/MyGlobal.ts": `import { PrismaClient } from "@prisma/sdk";
export class MyGlobal { public static get prisma(): PrismaClient { throw 1; } }
`,
  "src/controllers/ArticlesController.ts": `import { TypedBody, TypedParam, TypedRoute } from "@nestia/core";
import { Controller } from "@nestjs/common";
import { IAppArticle } from "../api/structures/IAppArticle";
import { postArticles } from "../providers/postArticles";
import { getArticlesId } from "../providers/getArticlesId";
@Controller("/articles")
export class ArticlesController {
  @TypedRoute.Post()
  public async create(@TypedBody() body: IAppArticle.ICreate): Promise<IAppArticle> {
    return postArticles({ body });
  }
  @TypedRoute.Get(":articleId")
  public async at(@TypedParam("articleId") articleId: string): Promise<IAppArticle> {
    return getArticlesId({ id: articleId });
  }
}
`,
  "src/extra/report.ts": `import { MyGlobal } from "../MyGlobal";
/** Mentions comments and text, and uses neither. */
export async function report() {
  const rows = await MyGlobal.prisma.app_articles.findMany({ where: { comments: { some: { text: "x" } } } });
  return rows.length;
}
`,
  "test/generate/generate_article.ts": `import api from "@api";
export const generate_article = async (connection: unknown) =>
  api.functional.articles.create(connection, { body: { title: "t" } });
`,
  "test/features/api/test_article.ts": `import { generate_article } from "../../generate/generate_article";
export async function test_article(connection: unknown) {
  const article = await generate_article(connection);
  if (article.comments_count !== 0) throw new Error("comments");
}
`,
  "docs/analysis/01-articles.md": "# App\n\n## Article comments\n\n```\n# no heading\n```\n\n### Tags ###\n",
};

export function testBackend(changes: Readonly<Record<string, string>> = {}): Backend {
  return makeBackend("test", Object.entries({ ...FILES, ...changes }));
}
