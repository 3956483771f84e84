import { describe, expect, test } from "@jest/globals";
import { recheck } from "../../../src/graph/questions/recheck.js";
import type { Backend } from "../../../src/source/backend.js";
import { makeBackend } from "../../../src/source/make-backend.js";

const BASE: Readonly<Record<string, string>> = {
  "prisma/schema/main.prisma":
    'datasource db {\n  provider = "sqlite"\n}\n\nmodel posts {\n  id String @id\n  title String\n  text String?\n}\n',
  "src/api/structures/IPost.ts": "export type IPost = {\n  id: string;\n  title: string;\n};\n",
  "src/rows.ts":
    'import { MyGlobal } from "./MyGlobal";\nexport const rows = () => MyGlobal.prisma.posts.findMany({ select: { title: true } });\n',
  "src/lines.ts":
    'import { rows } from "./rows";\nexport async function lines(): Promise<string[]> {\n  return (await rows()).map(String);\n}\n',
  "src/show.ts":
    'import { lines } from "./lines";\nexport const show = async () => (await lines()).join();\n',
  "src/card.ts":
    'import { IPost } from "./api/structures/IPost";\nexport const card = (post: IPost): string => post.title;\n',
  "src/else.ts": "export const nothing = 1;\n",
};

const backendOf = (changes: Readonly<Record<string, string | null>>): Backend =>
  makeBackend(
    "x",
    Object.entries({ ...BASE, ...changes }).filter((each): each is [string, string] => each[1] !== null),
  );

/** What differs, and what has to be compiled again for it. */
const ROWS: readonly (readonly [string, Readonly<Record<string, string | null>>, readonly string[]])[] = [
  ["nothing", {}, []],
  ["a file that nobody knows", { "src/else.ts": "export const nothing = 2;\n" }, ["src/else.ts"]],
  [
    "a function without a written type, and who calls it",
    { "src/rows.ts": "export const rows = async () => [1];\n" },
    ["src/lines.ts", "src/rows.ts"],
  ],
  [
    "a function with one",
    { "src/lines.ts": "export async function lines(): Promise<string[]> {\n  return [];\n}\n" },
    ["src/lines.ts"],
  ],
  ["a file that is gone, and who imports it", { "src/lines.ts": null }, ["src/lines.ts", "src/show.ts"]],
  [
    "a property, and who names it",
    {
      "src/api/structures/IPost.ts": (BASE["src/api/structures/IPost.ts"] ?? "").replace(
        "title: string",
        "title: number",
      ),
    },
    ["src/api/structures/IPost.ts", "src/card.ts"],
  ],
  [
    "a column that may be missing now, who names it, and who sees what that infers",
    {
      "prisma/schema/main.prisma": (BASE["prisma/schema/main.prisma"] ?? "").replace(
        "title String",
        "title String?",
      ),
    },
    ["prisma/schema/main.prisma", "src/lines.ts", "src/rows.ts"],
  ],
];

describe("recheck", () => {
  test.each(ROWS)("%s", (_, changes, paths) => {
    expect(recheck(backendOf({}), backendOf(changes))).toEqual(paths);
  });
});
