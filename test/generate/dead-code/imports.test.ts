import { expect, test } from "@jest/globals";
import { fileWithoutComments } from "./without-comments.js";

const PATH = "src/providers/pinned.ts";

/** What it is about, what was imported and said, what is left of it. */
const ROWS: readonly (readonly [string, string, string])[] = [
  [
    "a default beside names that all go",
    `import typia, { tags } from "typia";
export function pinned(row: IBoardArticle): unknown {
  const first = row.comments[0] as unknown as tags.Format<"uuid">;
  return [typia.is<string>(row.title), first];
}
`,
    `import typia from "typia";
export function pinned(row: IBoardArticle): unknown {
  return [typia.is<string>(row.title)];
}
`,
  ],
  [
    "a default that was unused before, beside names that all go",
    `import typia, {
  tags,
} from "typia";
export function pinned(row: IBoardArticle): unknown {
  const first = row.comments[0] as unknown as tags.Format<"uuid">;
  return [row.title, first];
}
`,
    `import typia from "typia";
export function pinned(row: IBoardArticle): unknown {
  return [row.title];
}
`,
  ],
  [
    "a default that goes with its names",
    `import typia, { tags } from "typia";
export function pinned(row: IBoardArticle): unknown {
  const first = typia.assert<tags.Format<"uuid">>(row.comments[0]);
  return [row.title, first];
}
`,
    `export function pinned(row: IBoardArticle): unknown {
  return [row.title];
}
`,
  ],
  [
    "a default that goes while a name stays",
    `import typia, { tags } from "typia";
export function pinned(row: IBoardArticle): unknown {
  const first = typia.assert<string>(row.comments[0]);
  return [row.title as string & tags.Format<"uuid">, first];
}
`,
    `import { tags } from "typia";
export function pinned(row: IBoardArticle): unknown {
  return [row.title as string & tags.Format<"uuid">];
}
`,
  ],
];

const ARTICLE = `import { IBoardArticle } from "../api/structures/IBoardArticle";\n`;

test.each(ROWS)("imports: %s", (_, before, after) => {
  expect(fileWithoutComments(PATH, `${ARTICLE}${before}`, "return null;")).toBe(`${ARTICLE}${after}`);
});
