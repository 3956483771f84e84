const SCHEMA = `generator client {
  provider = "prisma-client"
  output   = "../../src/prisma"
}

datasource db {
  provider = "postgresql"
}

/// Articles of the board.
model board_articles {
  id    String @id @db.Uuid
  title String

  comments board_article_comments[]
  notes    board_article_notes[]
}

/// What readers say about an article.
model board_article_comments {
  id               String @id @db.Uuid
  board_article_id String @db.Uuid
  body             String

  article board_articles @relation(fields: [board_article_id], references: [id], onDelete: Cascade)

  @@index([board_article_id])
}

/// What editors say about an article.
model board_article_notes {
  id               String @id @db.Uuid
  board_article_id String @db.Uuid
  body             String

  article board_articles @relation(fields: [board_article_id], references: [id], onDelete: Cascade)

  @@index([board_article_id])
}
`;

const ARTICLE = `import { IBoardArticleComment } from "./IBoardArticleComment";

export type IBoardArticle = {
  id: string;
  title: string;
  comments: IBoardArticleComment[];
};
`;

const COMMENT = `export type IBoardArticleComment = {
  id: string;
  body: string;
};
`;

const PROVIDER = `import { MyGlobal } from "../MyGlobal";
import { IBoardArticle } from "../api/structures/IBoardArticle";

export async function getBoardArticlesArticleId(props: { articleId: string }): Promise<IBoardArticle> {
  const article = await MyGlobal.prisma.board_articles.findUniqueOrThrow({
    where: { id: props.articleId },
    select: { id: true, title: true, comments: { select: { id: true, body: true } } },
  });
  return {
    id: article.id,
    title: article.title,
    comments: article.comments,
  };
}
`;

const CONTROLLER = `import { TypedParam, TypedRoute } from "@nestia/core";
import { Controller } from "@nestjs/common";
import { IBoardArticle } from "../../api/structures/IBoardArticle";
import { getBoardArticlesArticleId } from "../../providers/getBoardArticlesArticleId";

@Controller("/board/articles")
export class BoardArticlesController {
  @TypedRoute.Get(":articleId")
  public async at(@TypedParam("articleId") articleId: string): Promise<IBoardArticle> {
    return getBoardArticlesArticleId({ articleId });
  }
}
`;

const GLOBAL = `import { PrismaClient } from "@prisma/client";

export class MyGlobal {
  public static readonly prisma: PrismaClient = new PrismaClient();
}
`;

/** The smallest backend from which something can be removed: articles with comments and notes, one operation. */
export const INLINE_BACKEND: Readonly<Record<string, string>> = {
  "prisma/schema/main.prisma": SCHEMA,
  "src/api/structures/IBoardArticle.ts": ARTICLE,
  "src/api/structures/IBoardArticleComment.ts": COMMENT,
  "src/controllers/board/BoardArticlesController.ts": CONTROLLER,
  "src/providers/getBoardArticlesArticleId.ts": PROVIDER,
  "src/MyGlobal.ts": GLOBAL,
  "package.json": `{ "name": "board", "private": true }\n`,
};
