import { expect, test } from "@jest/globals";
import { writeOperations } from "../../../src/phases/realize/write-operations.js";
import type { Backend } from "../../../src/source/backend.js";
import { makeBackend } from "../../../src/source/make-backend.js";
import { fixtureBackend } from "../../support/fixture-backend.js";
import { openCompiler } from "../../support/open-compiler.js";
import { answeringPorts, firstFindings } from "../answering-ports.js";
import { object, path } from "./right-bodies.js";

const CONTROLLER = "src/controllers/bbs/articles/BbsArticlesController.ts";
const PROVIDER = "src/providers/getBbsArticlesArticleId.ts";

const BEHAVIOUR = {
  operation: "GET /bbs/articles/{articleId}",
  requirements: ["THE system SHALL show an article to everybody."],
  sections: ["03/articles"],
};

function edited(file: string, edit: (text: string) => string): Backend {
  const files = [...fixtureBackend("bbs").files.values()].flatMap((each) =>
    each.text === null ? [] : [[each.path, each.path === file ? edit(each.text) : each.text] as const],
  );
  return makeBackend("edited", files);
}

function reading(id: string) {
  return [
    {
      kind: "query",
      result: "article",
      query: {
        kind: "find",
        model: "bbs_articles",
        by: "first",
        orThrow: true,
        where: object({ id: path(id), deleted_at: { kind: "null" } }),
        orderBy: null,
        shape: { kind: "transformer", transformer: "BbsArticleTransformer" },
      },
    },
    { kind: "transformed", transformer: "BbsArticleTransformer", from: path("article") },
  ];
}

async function write(backend: Backend, answer: unknown) {
  const compiler = await openCompiler(backend);
  try {
    const ports = answeringPorts([answer], compiler.compile);
    const written = await writeOperations(backend, [BEHAVIOUR], ports);
    expect(firstFindings(ports)).toEqual([]);
    if (!written.ok) throw new Error(JSON.stringify(written.why));
    return written.value[0];
  } finally {
    await compiler.close();
  }
}

test("an operation that its controller does itself is written there, with the imports that it needs", async () => {
  const backend = edited(CONTROLLER, (text) =>
    text
      .replace('import { getBbsArticlesArticleId } from "../../../providers/getBbsArticlesArticleId";\n', "")
      .replace("return await getBbsArticlesArticleId({\n        articleId,\n      });", "throw null;"),
  );
  const change = { edits: [{ kind: "replace", statement: "S1", statements: reading("articleId") }] };
  const written = await write(backend, change);
  expect(written?.edit.path).toBe(CONTROLLER);
  expect(written?.edit.after).toContain(
    'import { BbsArticleTransformer } from "../../../transformers/BbsArticleTransformer";',
  );
  expect(written?.edit.after).toContain("    return await BbsArticleTransformer.transform(article);\n  }");
  expect(written?.notices).toEqual([]);
});

test("a function without statements is replaced as a whole, and the pull request says so", async () => {
  const backend = edited(PROVIDER, (text) => {
    const start = text.indexOf("export async function");
    return `${text.slice(0, start)}export const getBbsArticlesArticleId = async (props: {
  articleId: string & tags.Format<"uuid">;
}): Promise<IBbsArticle> => typia.random<IBbsArticle>();
`;
  });
  const written = await write(backend, { statements: reading("props.articleId") });
  expect(written?.edit.after).toContain("BbsArticleTransformer.transform(article);\n}");
  expect(written?.notices).toMatchObject([{ path: PROVIDER, text: expect.stringContaining("as a whole") }]);
});
