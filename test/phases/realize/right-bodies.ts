import type { Behaviour } from "../../../src/phases/design.js";
import type { BodyChange } from "../../../src/phases/realize/body-change.js";
import type { BodyStatement } from "../../../src/spec/body/body.js";
import type { Expression } from "../../../src/spec/expression/expression.js";
import type { OperationBody } from "../../../src/spec/body/filled-body.js";

export function path(from: string): Expression {
  return { kind: "path", from };
}

export function object(members: Readonly<Record<string, Expression>>): Expression {
  return {
    kind: "object",
    members: Object.entries(members).map(([name, value]) => ({ kind: "value", name, value })),
  };
}

export function text(value: string): Expression {
  return { kind: "string", value };
}

export function refuse(
  left: string,
  operator: "===" | "!==",
  right: Expression,
  status: number,
): BodyStatement {
  const condition: Expression = { kind: "binary", operator, left: path(left), right };
  return { kind: "guard", condition, status, message: text("It is refused.") };
}

/** Closes an article; one where collectors and transformers do the rest. */
export const CLOSE: OperationBody = {
  statements: [
    {
      kind: "query",
      result: "article",
      query: {
        kind: "find",
        model: "bbs_articles",
        by: "first",
        orThrow: true,
        where: object({ id: path("props.articleId"), deleted_at: { kind: "null" } }),
        orderBy: null,
        shape: {
          kind: "select",
          selections: [
            { kind: "column", name: "id" },
            { kind: "column", name: "bbs_member_id" },
          ],
        },
      },
    },
    refuse("article.bbs_member_id", "!==", path("props.member.id"), 403),
    {
      kind: "query",
      result: "closed",
      query: {
        kind: "update",
        model: "bbs_articles",
        where: object({ id: path("article.id") }),
        data: {
          kind: "mapped",
          mappings: [
            { kind: "constant", member: "comment_policy", value: text("closed") },
            { kind: "generated", member: "updated_at", by: "now", type: null },
          ],
          type: null,
        },
        shape: { kind: "transformer", transformer: "BbsArticleTransformer" },
      },
    },
    { kind: "transformed", transformer: "BbsArticleTransformer", from: path("closed") },
  ],
};

/** Takes a label off all todos; one where operations do everything themselves. */
export const CLEAR: OperationBody = {
  statements: [
    {
      kind: "query",
      result: "label",
      query: {
        kind: "find",
        model: "todo_app_labels",
        by: "first",
        orThrow: false,
        where: object({ id: path("props.labelId"), todo_app_user_id: path("props.user.id") }),
        orderBy: null,
        shape: { kind: "all" },
      },
    },
    refuse("label", "===", { kind: "null" }, 404),
    {
      kind: "query",
      result: null,
      query: {
        kind: "deleteMany",
        model: "todo_app_todo_labels",
        where: object({ todo_app_label_id: path("label.id") }),
      },
    },
    {
      kind: "answer",
      projections: [
        { kind: "scalar", property: "id", from: "label.id", type: null },
        { kind: "scalar", property: "name", from: "label.name", type: null },
        { kind: "scalar", property: "color", from: "label.color", type: null },
        { kind: "computed", property: "todos_count", value: { kind: "number", value: 0 } },
        { kind: "date", property: "created_at", from: "label.created_at", nullable: false },
      ],
      type: "ITodoAppLabel",
    },
  ],
};

/** Something that a hand-written operation does besides. */
export const COUNTED_BEHAVIOUR: Behaviour = {
  operation: "POST /bbs/member/articles/{articleId}/comments",
  requirements: ["IF an article has 100 comments, THEN THE system SHALL refuse another one."],
  sections: ["03/comments"],
};

/** Refuses what goes beyond a number. */
export const COUNT: readonly BodyStatement[] = [
  {
    kind: "query",
    result: "comments",
    query: {
      kind: "count",
      model: "bbs_article_comments",
      where: object({ bbs_article_id: path("article.id"), deleted_at: { kind: "null" } }),
    },
  },
  refuse("comments", "===", { kind: "number", value: 100 }, 409),
];

export const COUNTED: BodyChange = { edits: [{ kind: "before", statement: "S3", statements: COUNT }] };
