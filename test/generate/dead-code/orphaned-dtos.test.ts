import { expect, test } from "@jest/globals";
import { fileWithoutComments } from "./without-comments.js";

const PATH = "src/api/structures/IBoardArticle.ts";

/** A provider that does nothing without comments, so that its operation goes. */
const PROVIDER = `
const comment = await db.board_article_comments.create({ data: { board_article_id: props.articleId } });
return comment;`;

const KEPT = `export namespace IBoardArticle {
  export type IKept = { id: string };
}
export const kept: IBoardArticle.IKept = { id: "a" };
`;

/** What it is about, the structures of an operation that goes, what is left of them. */
const ROWS: readonly (readonly [string, string, string | null])[] = [
  [
    "a request of variants in a namespace of its own",
    `export type IBoardArticle = { id: string };
export namespace IBoardArticle {
  export type IUpdate = IBoardArticle.IUpdate.ITitle | IBoardArticle.IUpdate.IBody;
  export namespace IUpdate {
    export type ITitle = { kind: "title"; title: string };
    export type IBody = { kind: "body"; body: string };
  }
  export type IKept = { id: string };
}
export const kept: IBoardArticle.IKept = { id: "a" };
`,
    KEPT,
  ],
  [
    "requests that only name each other",
    `export type IBoardArticle = { id: string };
export namespace IBoardArticle {
  export type IUpdate = { parts: IBoardArticle.IPart[] };
  export type IPart = { of?: IBoardArticle.IUpdate; parts: IBoardArticle.IPart[] };
  export type IKept = { id: string };
}
export const kept: IBoardArticle.IKept = { id: "a" };
`,
    KEPT,
  ],
];

test.each(ROWS)("orphaned DTOs: %s", (_, before, after) => {
  expect(fileWithoutComments(PATH, before, PROVIDER)).toBe(after);
});
