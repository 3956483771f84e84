import { expect, test } from "@jest/globals";
import { fileWithoutComments } from "./without-comments.js";

const ANSWER = "return { id: props.articleId };";

/** A type that is made of another one's members, and what is left of it; null if it went. */
const ROWS: readonly (readonly [string, string | null])[] = [
  [`Pick<IBoardArticle, "id" | "comments_count" | "title">`, `Pick<IBoardArticle, "id" | "title">`],
  [`Pick<IBoardArticle, "comments_count">`, null],
  [`IBoardArticle["comments_count"]`, null],
  [`IBoardArticle["title"]`, `IBoardArticle["title"]`],
  [`Omit<IBoardArticle, "comments_count" | "title">`, `Omit<IBoardArticle, "title">`],
  [`"comments_count" | "title"`, `"comments_count" | "title"`],
];

test.each(ROWS)("names in types: %s", (type, after) => {
  const before = `import { IBoardArticle } from "./IBoardArticle";\n\nexport type Kept = IBoardArticle;\nexport type Line = ${type};\n`;
  const text = fileWithoutComments("src/api/structures/lines.ts", before, ANSWER) ?? "";
  expect(/export type Line = (.*);/.exec(text)?.[1] ?? null).toBe(after);
});
