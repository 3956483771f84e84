/** A backend whose articles have comments in every way a model can have another: a list, a pinned one, a count. */
const SCHEMA = `datasource db {
  provider = "postgresql"
}

model board_members {
  id   String @id @db.Uuid
  name String

  comments board_article_comments[]
  articles board_articles[]
}

model board_articles {
  id                String    @id @db.Uuid
  board_member_id   String    @db.Uuid
  pinned_comment_id String?   @db.Uuid
  title             String
  comments_count    Int
  created_at        DateTime
  deleted_at        DateTime?

  member   board_members            @relation(fields: [board_member_id], references: [id])
  pinned   board_article_comments?  @relation("pinned", fields: [pinned_comment_id], references: [id])
  comments board_article_comments[] @relation("of")
  notes    board_article_notes[]
}

model board_article_comments {
  id               String @id @db.Uuid
  board_article_id String @db.Uuid
  board_member_id  String @db.Uuid
  body             String

  article  board_articles   @relation("of", fields: [board_article_id], references: [id], onDelete: Cascade)
  member   board_members    @relation(fields: [board_member_id], references: [id])
  pinnedBy board_articles[] @relation("pinned")
}

model board_article_notes {
  id               String @id @db.Uuid
  board_article_id String @db.Uuid
  body             String

  article board_articles @relation(fields: [board_article_id], references: [id], onDelete: Cascade)
}
`;

const ARTICLE = `import { IBoardArticleComment } from "./IBoardArticleComment";
import { IBoardArticleNote } from "./IBoardArticleNote";

export type IBoardArticle = {
  id: string;
  title: string;
  comments: IBoardArticleComment[];
  comments_count: number;
  pinned: IBoardArticleComment | null;
  notes: IBoardArticleNote[];
  hot: boolean;
  subtitle: string | null;
  hint?: string;
};
export namespace IBoardArticle {
  export type IUpdate = {
    title?: string;
    with_comments?: boolean;
    comments?: IBoardArticleComment.ICreate[];
    urgent?: boolean;
  };
}
`;

const CONTROLLER = `import { TypedBody, TypedParam, TypedRoute } from "@nestia/core";
import { Controller } from "@nestjs/common";
import { IBoardArticle } from "../../api/structures/IBoardArticle";
import { putBoardArticlesArticleId } from "../../providers/putBoardArticlesArticleId";

@Controller("/board/articles")
export class BoardArticlesController {
  @TypedRoute.Put(":articleId")
  public async update(
    @TypedParam("articleId") articleId: string,
    @TypedBody() body: IBoardArticle.IUpdate,
  ): Promise<IBoardArticle> {
    return putBoardArticlesArticleId({ articleId, body });
  }
}
`;

const SDK = `import type { IConnection } from "@nestia/fetcher";
import type { IBoardArticle } from "../../../structures/IBoardArticle";

export async function update(
  connection: IConnection,
  props: { articleId: string; body: IBoardArticle.IUpdate },
): Promise<IBoardArticle> {
  return null!;
}
export namespace update {
  export const METADATA = { method: "PUT", path: "/board/articles/:articleId" } as const;
}
`;

const GLOBAL = `import { PrismaClient } from "@prisma/client";

export class MyGlobal {
  public static readonly prisma: PrismaClient = new PrismaClient();
}
`;

export const BOARD: Readonly<Record<string, string>> = {
  "prisma/schema/main.prisma": SCHEMA,
  "src/MyGlobal.ts": GLOBAL,
  "src/api/structures/IBoardArticle.ts": ARTICLE,
  "src/api/structures/IBoardArticleComment.ts": `export type IBoardArticleComment = { id: string; body: string };
export namespace IBoardArticleComment {
  export type ICreate = { body: string };
}
`,
  "src/api/structures/IBoardArticleNote.ts": `export type IBoardArticleNote = { id: string; body: string };\n`,
  "src/api/index.ts": `export * as functional from "./functional/index";\n`,
  "src/api/functional/index.ts": `export * as board from "./board/index";\n`,
  "src/api/functional/board/index.ts": `export * as articles from "./articles/index";\n`,
  "src/api/functional/board/articles/index.ts": SDK,
  "src/controllers/board/BoardArticlesController.ts": CONTROLLER,
  "package.json": `{ "name": "board", "private": true }\n`,
};
