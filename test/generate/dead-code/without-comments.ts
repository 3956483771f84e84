import { ts } from "ts-morph";
import { planChange } from "../../../src/plan/plan-change.js";
import type { Edit } from "../../../src/source/edit.js";
import { makeBackend } from "../../../src/source/make-backend.js";
import { BOARD } from "./board.js";

const PROVIDER = "src/providers/putBoardArticlesArticleId.ts";

const IMPORTS = `import { HttpException } from "@nestjs/common";
import { v4 } from "uuid";
import { MyGlobal } from "../MyGlobal";
import { IBoardArticle } from "../api/structures/IBoardArticle";

const db = MyGlobal.prisma;

`;

/** A row that statements may read, and an answer that has nothing to do with comments. */
const FIRST =
  "const article = await db.board_articles.findUniqueOrThrow({ where: { id: props.articleId }, include: { comments: true, pinned: true, notes: true } });";
const LAST = "return { id: article.id, title: article.title };";

const SIGNATURE = `export async function putBoardArticlesArticleId(props: {
  articleId: string;
  body: IBoardArticle.IUpdate;
}): Promise<IBoardArticle> {
`;

/** The operation does nothing that stays. */
export const GONE = "gone";

/** What an answer would be asked for. */
export function asks(construct: string): string {
  return `asks: ${construct}`;
}

/** The body of the one operation when comments are gone; or that it went, or what a person is asked. */
export function withoutComments(body: string): string {
  const text = `${IMPORTS}${SIGNATURE}${shift(body, "  ")}\n}\n`;
  const { questions, edits } = removeComments({ [PROVIDER]: text });
  if (questions.length > 0) return asks(questions.join(", "));
  const edit = edits.find((each) => each.path === PROVIDER);
  const after = edit === undefined ? text : (edit.after ?? GONE);
  const start = after.indexOf(SIGNATURE);
  if (start < 0) return GONE;
  expectParses(after);
  return shift(after.slice(start + SIGNATURE.length).replace(/}\n$/, ""), "");
}

/** What is left of statements that stand between reading an article and answering with it. */
export function statementsWithoutComments(statements: string): string {
  const after = withoutComments(`${FIRST}\n${shift(statements, "")}\n${LAST}`);
  return after
    .split("\n")
    .filter((line) => !line.startsWith("const article = ") && line !== LAST)
    .join("\n");
}

/** The text of any further file when comments are gone; null if it went. */
export function fileWithoutComments(path: string, text: string, provider: string): string | null {
  const { edits } = removeComments({
    [PROVIDER]: `${IMPORTS}${SIGNATURE}${shift(provider, "  ")}\n}\n`,
    [path]: text,
  });
  const edit = edits.find((each) => each.path === path);
  return edit === undefined ? text : edit.after;
}

function removeComments(files: Readonly<Record<string, string>>): {
  readonly questions: readonly string[];
  readonly edits: readonly Edit[];
} {
  const backend = makeBackend("board", Object.entries({ ...BOARD, ...files }));
  const planned = planChange(backend, { kind: "remove-feature", target: "comments" }, new Map());
  if (planned.kind !== "plan") throw new Error(planned.kind);
  const places = planned.plan.questions.flatMap((question) => question.places.map(() => question.construct));
  return { questions: places, edits: planned.edits() };
}

function expectParses(text: string): void {
  const { diagnostics } = ts.transpileModule(text, { reportDiagnostics: true });
  const [first] = diagnostics ?? [];
  if (first !== undefined)
    throw new Error(`${ts.flattenDiagnosticMessageText(first.messageText, "\n")} in\n${text}`);
}

/** The lines at another depth, without blank lines around them. */
function shift(text: string, indent: string): string {
  const lines = text.replace(/^\n+|\s+$/g, "").split("\n");
  const depths = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const least = Math.min(...depths);
  return lines.map((line) => (line.trim() === "" ? "" : indent + line.slice(least))).join("\n");
}

/** What is expected, at whatever depth it is written. */
export function left(text: string): string {
  return shift(text, "");
}
