import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { writeOperations } from "../../../src/phases/realize/write-operations.js";
import type { Backend } from "../../../src/source/backend.js";
import { makeBackend } from "../../../src/source/make-backend.js";
import { fixtureBackend } from "../../support/fixture-backend.js";
import { openCompiler } from "../../support/open-compiler.js";
import { answeringPorts, firstFindings } from "../answering-ports.js";
import { COUNT, COUNTED, COUNTED_BEHAVIOUR, object, path } from "./right-bodies.js";

const PATH = "src/providers/postBbsMemberArticlesArticleIdComments.ts";

/** What somebody wrote by hand: comments, another order, code that no kind of the trees says. */
const HAND_EDITS: readonly (readonly [string, string])[] = [
  ["  if (article.comment_policy", "  // Nobody asked for this, but it helps.\n  if (article.comment_policy"],
  ["  return await", "  do   { void   record; } while (false) // odd, and kept\n\n  return await"],
  ["bbs_member_id: true, comment_policy: true", "comment_policy: true,bbs_member_id:true"],
];

let base: Backend;
let compiler: Awaited<ReturnType<typeof openCompiler>>;
beforeAll(async () => {
  const files = [...fixtureBackend("bbs").files.values()].flatMap(({ path: each, text }) =>
    text === null ? [] : [[each, each === PATH ? byHand(text) : text] as const],
  );
  base = makeBackend("edited", files);
  compiler = await openCompiler(base);
});
afterAll(async () => {
  await compiler.close();
});

function byHand(text: string): string {
  return HAND_EDITS.reduce((all, [from, to]) => {
    if (!all.includes(from)) throw new Error(`The fixture does not say ${from}`);
    return all.replace(from, to);
  }, text);
}

async function write(...answers: readonly unknown[]) {
  const ports = answeringPorts(answers, compiler.compile);
  const written = await writeOperations(base, [COUNTED_BEHAVIOUR], ports);
  return { ports, edit: written.ok ? written.value[0]?.edit : undefined };
}

test("what is put in is all that is new in the file", async () => {
  const { ports, edit } = await write(COUNTED);
  expect(firstFindings(ports)).toEqual([]);
  const added = `  const comments = await MyGlobal.prisma.bbs_article_comments.count({
    where: { bbs_article_id: article.id, deleted_at: null },
  });
  if (comments === 100) {
    throw new HttpException("It is refused.", 409);
  }
`;
  expect(edit?.after).toContain(added);
  expect(edit?.after?.replace(added, "")).toBe(edit?.before);
});

test("the code is shown with a label before each statement", async () => {
  const { ports } = await write(COUNTED);
  const shown = ports.asked[0]?.messages.at(-1)?.text;
  expect(shown).toContain("// Nobody asked for this, but it helps.\n  /* S2 */ if (article.comment_policy");
  expect(shown).toContain("/* S9 */ do   { void   record; }");
});

test("a label that is not there is told with those that are", async () => {
  const { ports } = await write(
    { edits: [{ kind: "before", statement: "S33", statements: COUNT }] },
    COUNTED,
  );
  expect(firstFindings(ports)).toMatchObject([{ path: "$input.edits[0].statement" }]);
  expect(firstFindings(ports)[0]?.candidates).toContain("S3");
});

test("a change that changes nothing is told, where nobody complains", async () => {
  const { ports } = await write({ edits: [] }, COUNTED);
  expect(firstFindings(ports)).toMatchObject([{ path: "$input.edits" }]);
});

test("a statement is not removed twice", async () => {
  const { ports } = await write(
    { edits: [...COUNTED.edits, { kind: "remove", statement: "S3" }, { kind: "remove", statement: "S4" }] },
    COUNTED,
  );
  expect(firstFindings(ports)).toMatchObject([{ path: "$input.edits[2].statement" }]);
});

test("what the compiler says of what is put in is told there", async () => {
  const wrong = JSON.parse(JSON.stringify(COUNTED).replace("article.id", "article.title")) as unknown;
  const { ports } = await write(wrong, COUNTED);
  expect(firstFindings(ports).map((each) => each.path)).toEqual([
    "$input.edits[0].statements[0].query.where.members[0].value.from",
  ]);
});

test("what stays and compiles no longer is told as such", async () => {
  const { ports } = await write({ edits: [{ kind: "remove", statement: "S1" }] }, COUNTED);
  expect(firstFindings(ports)[0]).toMatchObject({ path: "$input", found: "article" });
  const narrower = {
    edits: [
      {
        kind: "replace",
        statement: "S1",
        statements: [
          {
            kind: "query",
            result: "article",
            query: {
              kind: "find",
              model: "bbs_articles",
              by: "first",
              orThrow: true,
              where: object({ id: path("props.articleId") }),
              orderBy: null,
              shape: { kind: "select", selections: [{ kind: "column", name: "id" }] },
            },
          },
        ],
      },
    ],
  };
  const { ports: again } = await write(narrower, COUNTED);
  expect(firstFindings(again)[0]).toMatchObject({ path: "$input", by: "check" });
  expect(firstFindings(again)[0]?.advice).toContain("comment_policy");
});
