import { expect, test } from "@jest/globals";
import { planChange } from "../../../src/plan/plan-change.js";
import { makeBackend } from "../../../src/source/make-backend.js";
import { BOARD } from "./board.js";

const PROVIDER = "src/providers/putBoardArticlesArticleId.ts";

/** What is said of limits when comments are gone from an operation that counts them. */
function limitsIn(guard: string): readonly string[] {
  const text = `import { HttpException } from "@nestjs/common";
import { MyGlobal } from "../MyGlobal";
import { IBoardArticle } from "../api/structures/IBoardArticle";

export async function putBoardArticlesArticleId(props: {
  articleId: string;
  body: IBoardArticle.IUpdate;
}): Promise<IBoardArticle> {
  const recent = await MyGlobal.prisma.board_article_comments.count({ where: { board_article_id: props.articleId } });
  ${guard}
  const article = await MyGlobal.prisma.board_articles.findUniqueOrThrow({ where: { id: props.articleId } });
  return { id: article.id, title: article.title } as IBoardArticle;
}
`;
  const backend = makeBackend("board", Object.entries({ ...BOARD, [PROVIDER]: text }));
  const planned = planChange(backend, { kind: "remove-feature", target: "comments" }, new Map());
  if (planned.kind !== "plan") throw new Error(planned.kind);
  return planned.plan.notices.filter(({ kind }) => kind === "lost-limit").map((each) => each.text);
}

test.each([
  [`if (recent >= 5) throw new HttpException("locked", 403);`, true],
  [`if (recent > LIMIT) {\n    throw new HttpException("too many", 429);\n  }`, true],
  [`if (recent > 0) throw new HttpException("in use", 409);`, false],
  [`if (recent >= 1) throw new HttpException("in use", 409);`, false],
  [`if (recent >= 5) console.log("busy");`, false],
  [`if ((props.body.comments ?? []).length > 9) throw new HttpException("too many", 400);`, false],
])("a limit that counted what goes is said to be lost: %s", (guard, isSaid) => {
  expect(limitsIn(guard)).toEqual(isSaid ? [guard] : []);
});
