import { expect, test } from "@jest/globals";
import type { Planned } from "../../../src/plan/planned.js";
import { planChange } from "../../../src/plan/plan-change.js";
import { makeBackend } from "../../../src/source/make-backend.js";
import { INLINE_BACKEND } from "../../helpers/inline-backend.js";

function planOf(files: Readonly<Record<string, string>>, target = "comments"): Planned {
  const backend = makeBackend("tree", Object.entries({ ...INLINE_BACKEND, ...files }));
  return planChange(backend, { kind: "remove-feature", target }, new Map());
}

function editsOf(planned: Planned): ReadonlyMap<string, string | null> {
  if (planned.kind !== "plan") throw new Error(planned.kind);
  return new Map(planned.edits().map((edit) => [edit.path, edit.after]));
}

const ARTICLE = `import { IBoardArticleComment } from "./IBoardArticleComment";
import { IBoardArticleCommentTone } from "./IBoardArticleCommentTone";

export type IBoardArticle = {
  id: string;
  title: IBoardArticleCommentTone;
  comments: IBoardArticleComment[];
};
`;

test("the type of a column that stays is no part of the feature, whatever its name", () => {
  const edits = editsOf(
    planOf({
      "src/api/structures/IBoardArticle.ts": ARTICLE,
      "src/api/structures/IBoardArticleCommentTone.ts": `export type IBoardArticleCommentTone = "dry" | "loud";\n`,
    }),
  );
  expect(edits.has("src/api/structures/IBoardArticleCommentTone.ts")).toBe(false);
  expect(edits.get("src/api/structures/IBoardArticle.ts")).toBe(
    `import { IBoardArticleCommentTone } from "./IBoardArticleCommentTone";

export type IBoardArticle = {
  id: string;
  title: IBoardArticleCommentTone;
};
`,
  );
});

test.each([
  ["its fields only", "\n  @@index([title])\n"],
  [
    "fields before attributes and a further banner",
    "\n  //----\n  // INDEXES\n  //----\n  @@index([title])\n",
  ],
])("a banner goes with the last field that it names: %s", (_, rest) => {
  const schema = (relations: string): string =>
    (INLINE_BACKEND["prisma/schema/main.prisma"] as string)
      .replace(/\nmodel board_article_notes [\s\S]*?\n}\n/, "")
      .replace("/// What editors say about an article.", "")
      .replace(/\n {2}comments board_article_comments\[\]\n {2}notes .*\n/, `\n${relations}${rest.slice(1)}`);
  const path = "prisma/schema/main.prisma";
  const banner = "  //----\n  // RELATIONS\n  //----\n";
  const edits = editsOf(planOf({ [path]: schema(`${banner}  comments board_article_comments[]\n\n`) }));
  expect(edits.get(path)).toContain(`  title String\n\n${rest.slice(1)}}`);
});

test("a view of what goes goes along", () => {
  const schema = (INLINE_BACKEND["prisma/schema/main.prisma"] as string).replace(
    "  article board_articles @relation",
    "  totals mv_board_comment_totals[]\n\n  article board_articles @relation",
  );
  const view = `
model mv_board_comment_totals {
  id                       String @id
  board_article_comment_id String @db.Uuid
  board_note_id            String @db.Uuid

  comment board_article_comments @relation(fields: [board_article_comment_id], references: [id])
}
`;
  const planned = planOf({ "prisma/schema/main.prisma": schema + view });
  if (planned.kind !== "plan") throw new Error(planned.kind);
  expect(planned.plan.questions).toEqual([]);
  expect(planned.plan.removed.models).toEqual(["board_article_comments", "mv_board_comment_totals"]);
});
