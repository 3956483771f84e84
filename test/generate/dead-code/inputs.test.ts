import { expect, test } from "@jest/globals";
import { BOARD } from "./board.js";
import { fileWithoutComments } from "./without-comments.js";

const PATH = "src/api/structures/IBoardArticle.ts";
const ANSWER = "return { id: props.articleId };";

function inputsLeft(provider: string): readonly string[] {
  const text = fileWithoutComments(PATH, BOARD[PATH] ?? "", `${provider}\n${ANSWER}`) ?? "";
  const members = /IUpdate = \{([^}]*)\}/.exec(text)?.[1] ?? "";
  return [...members.matchAll(/(\w+)\?/g)].map((match) => match[1] ?? "");
}

/** What it is about, the operation, the members of its request that are left. */
const ROWS: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "a member that only chose comments goes",
    "const rows = props.body.urgent ? await db.board_article_comments.findMany({}) : [];\nconsole.log(rows);",
    ["title"],
  ],
  [
    "a member that chose something else as well stays",
    "if (props.body.urgent) await db.board_article_comments.deleteMany({});\nif (props.body.urgent) console.log(1);",
    ["title", "urgent"],
  ],
  ["a member that nobody read before stays", "console.log(props.body.title);", ["title", "urgent"]],
];

test.each(ROWS)("inputs: %s", (_, provider, members) => {
  expect(inputsLeft(provider)).toEqual(members);
});
