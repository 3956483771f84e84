import { expect, test } from "@jest/globals";
import type { Mapping } from "../../../src/spec/body/mapping.js";
import {
  collectorStatements,
  selectStatements,
  type TransformerBody,
  transformStatements,
} from "../../../src/spec/body/filled-body.js";
import { printBody } from "../../../src/spec/body/print-body.js";

const MAPPINGS: readonly Mapping[] = [
  { kind: "generated", member: "id", by: "uuid", type: null },
  { kind: "belongsTo", member: "author", from: "props.members.id", optional: false },
  { kind: "belongsTo", member: "parent", from: "props.body.parent_id", optional: true },
  { kind: "scalar", member: "title", from: "props.body.title", fallback: { kind: "string", value: "" } },
  { kind: "generated", member: "created_at", by: "now", type: null },
];

const TRANSFORMER: TransformerBody = {
  selections: [
    { kind: "column", name: "id" },
    { kind: "neighbour", relation: "author", transformer: "MemberAtSummaryTransformer" },
    { kind: "counts", relations: [{ relation: "comments", where: null }] },
  ],
  statements: [],
  projections: [
    { kind: "scalar", property: "id", from: "input.id", type: null },
    {
      kind: "neighbour",
      property: "author",
      from: "input.author",
      transformer: "MemberAtSummaryTransformer",
      nullable: false,
    },
    { kind: "date", property: "read_at", from: "input.read_at", nullable: true },
    { kind: "count", property: "comments_count", of: "input", relation: "comments" },
  ],
};

test("a collector is written from its mappings", () => {
  const code = printBody(collectorStatements({ statements: [], mappings: MAPPINGS }, "items"));
  expect(code).toBe(`return {
  id: v4(),
  author: { connect: { id: props.members.id } },
  parent: props.body.parent_id ? { connect: { id: props.body.parent_id } } : undefined,
  title: props.body.title ?? "",
  created_at: new Date()
} satisfies Prisma.itemsCreateInput;`);
});

test("a transformer is written from what it selects and what it answers", () => {
  expect(printBody(selectStatements(TRANSFORMER, "items"))).toBe(`return {
  select: {
    id: true,
    author: MemberAtSummaryTransformer.select(),
    _count: { select: { comments: true } }
  }
} satisfies Prisma.itemsFindManyArgs;`);
  expect(printBody(transformStatements(TRANSFORMER))).toBe(`return {
  id: input.id,
  author: await MemberAtSummaryTransformer.transform(input.author),
  read_at: input.read_at ? toISOStringSafe(input.read_at) : null,
  comments_count: input._count.comments
};`);
});
