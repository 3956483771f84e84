import { expect, test } from "@jest/globals";
import { planChange } from "../../../src/plan/plan-change.js";
import { makeBackend } from "../../../src/source/make-backend.js";
import { BOARD } from "./board.js";
import { statementsWithoutComments } from "./without-comments.js";

const DTO = "src/api/structures/IBoardArticle.ts";
const SEARCH = "src/providers/patchBoardArticles.ts";
const TEST = "test/features/api/test_api_article_index.ts";

const REQUEST = (sort: string): string =>
  (BOARD[DTO] as string).replace(
    "  export type IUpdate",
    `  export type IRequest = {\n    search?: string;\n    sort?: ${sort};\n  };\n  export type IUpdate`,
  );

const PROVIDER = (statements: string): string => `import { MyGlobal } from "../MyGlobal";
import { IBoardArticle } from "../api/structures/IBoardArticle";

export async function patchBoardArticles(props: { body: IBoardArticle.IRequest }): Promise<string[]> {
  const { sort } = props.body;
${statements}
  const rows = await MyGlobal.prisma.board_articles.findMany({ orderBy, select: { id: true } });
  return rows.map((row) => sort + row.id);
}
`;

/** A file when comments are gone, with them the number of them that articles are ordered by. */
function without(path: string, files: Readonly<Record<string, string>>): string | null {
  const backend = makeBackend("board", Object.entries({ ...BOARD, ...files }));
  const planned = planChange(backend, { kind: "remove-feature", target: "comments" }, new Map());
  if (planned.kind !== "plan") throw new Error(planned.kind);
  const edit = planned.edits().find((each) => each.path === path);
  return edit === undefined ? (files[path] ?? null) : edit.after;
}

test.each([
  [`"created_at" | "comments_count"`, `"created_at"`],
  [`"-created_at" | "-comments_count" | "title"`, `"-created_at" | "title"`],
  [`"title_asc" | "comments_count_desc" | undefined`, `"title_asc" | undefined`],
  [`("created_at" | "comments_count")[]`, `("created_at")[]`],
  [`"comments_count" | "loud"`, `"comments_count" | "loud"`],
])("what a search may be ordered by: %s", (sort, after) => {
  const text = without(DTO, {
    [DTO]: REQUEST(sort),
    [SEARCH]: PROVIDER("  const orderBy = { title: sort };"),
  });
  expect(/sort\?: (.*);/.exec(text ?? "")?.[1]).toBe(after);
});

test.each([
  [
    `  const orderBy = sort === "comments_count" ? { comments_count: "desc" } : { created_at: "desc" };`,
    `  const orderBy = { created_at: "desc" };`,
  ],
  [
    `  const order = sort === "comments_count" ? "desc" : "asc";\n  const orderBy = { [sort ?? "title"]: order };`,
    `  const order = "asc";\n  const orderBy = { [sort ?? "title"]: order };`,
  ],
  [
    `  const known = ["created_at", "comments_count", "title"];\n  const orderBy = known.includes(sort) ? { [sort]: "asc" } : {};`,
    `  const known = ["created_at", "title"];\n  const orderBy = known.includes(sort) ? { [sort]: "asc" } : {};`,
  ],
  [
    `  let orderBy = {};\n  switch (sort) {\n    case "created_at":\n      orderBy = { created_at: "asc" };\n      break;\n    case "comments_count":\n      orderBy = { comments_count: "asc" };\n      break;\n  }`,
    `  let orderBy = {};\n  switch (sort) {\n    case "created_at":\n      orderBy = { created_at: "asc" };\n      break;\n  }`,
  ],
  [`  const orderBy = { title: "comments_count" };`, `  const orderBy = { title: "comments_count" };`],
])("what is done for it: %s", (statements, after) => {
  const files = { [DTO]: REQUEST(`"created_at" | "comments_count"`), [SEARCH]: PROVIDER(statements) };
  expect(without(SEARCH, files)).toBe(PROVIDER(after));
});

test("a list of the same words for other rows stays", () => {
  const statements = `  const known = ["created_at", "comments_count", "title"];\n  const orderBy = known.includes(sort) ? { [sort]: "asc" } : {};`;
  const text = PROVIDER(statements)
    .replaceAll("IBoardArticle", "IBoardNote")
    .replaceAll("board_articles", "board_notes");
  const path = "src/providers/patchBoardNotes.ts";
  expect(without(path, { [path]: text })).toBe(text);
});

test("a test that asks for it does not any more", () => {
  const text = `import api from "../../../src/api/index";
import { IBoardArticle } from "../../../src/api/structures/IBoardArticle";

export async function test_api_article_index(): Promise<void> {
  const request: IBoardArticle.IRequest = { search: "a", sort: "comments_count" };
  TestValidator.equals("search", request.search, "a");
}
`;
  const files = { [DTO]: REQUEST(`"created_at" | "comments_count"`), [TEST]: text };
  expect(without(TEST, files)).toBe(text.replace(`, sort: "comments_count"`, ""));
});

test.each([
  [`if (props.body.urgent && article.comments.length < 3) throw new HttpException("too few", 403);`],
  [`if (article.comments_count < 3 && props.body.urgent) {\n  throw new HttpException("too few", 403);\n}`],
])("nobody would reach a limit: %s", (guard) => {
  expect(() => statementsWithoutComments(guard)).not.toThrow();
  expect(statementsWithoutComments(guard)).toMatch(/^asks: negative guard/);
});
