import { expect, test } from "@jest/globals";
import { fileWithoutComments } from "./without-comments.js";

const GONE = `export * from "./api/structures/IBoardArticleComment";\n`;
const KEPT = `export * from "./api/structures/IBoardArticle";\n`;

const ROWS: readonly (readonly [string, string, string])[] = [
  [
    "a module's",
    "/**\n * Everything.\n *\n * @module all\n */\n//======\n",
    "/**\n * Everything.\n *\n * @module all\n */\n//======\n",
  ],
  ["a licence", "/* @license MIT */\n// -----\n// Comments.\n", "/* @license MIT */\n// -----\n"],
  ["the statement's own", "/** What people say. */\n", ""],
];

test("what follows the rule below a header stays close to it", () => {
  const header = "/**\n * @module all\n */\n//======\n";
  expect(fileWithoutComments("src/all.ts", `${header}${GONE}\n${KEPT}`, "return null;")).toBe(
    `${header}${KEPT}`,
  );
});

test.each(ROWS)("%s comment above a first statement that goes", (_, before, after) => {
  expect(fileWithoutComments("src/all.ts", `${before}${GONE}${KEPT}`, "return null;")).toBe(
    `${after}${KEPT}`,
  );
});
