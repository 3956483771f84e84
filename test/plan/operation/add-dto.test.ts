import { describe, expect, test } from "@jest/globals";
import { planLines } from "../../cases/plan-lines.js";
import { applyEdits } from "../../../src/source/apply-edits.js";
import { changeOf } from "../../support/change-of.js";
import { fixtureBackend } from "../../support/fixture-backend.js";
import { after, planned, said } from "./support.js";

const bbs = fixtureBackend("bbs");
const LINE =
  'add dto IBbsCategory.IFollow (muted: boolean, level: ("low" | "high")?, since: datetime?, words: string[], followers: IBbsMember.ISummary[])';
const PATH = "src/api/structures/IBbsCategory.ts";

describe("a DTO that shows no table", () => {
  test("stands beside the others of its base, with what its types need", () => {
    const text = after(bbs, LINE, PATH);
    expect(text).toContain(
      'export type IFollow = { /** * Muted. */ muted: boolean; /** * Level. */ level: "low" | "high" | null;',
    );
    expect(text).toContain('since: (string & tags.Format<"date-time">) | null;');
    expect(text).toContain("words: string[];");
    expect(text).toContain("followers: IBbsMember.ISummary[];");
    expect(text).toContain('import { IBbsMember } from "./IBbsMember";');
  });

  test("has a file of its own where its base has none", () => {
    const text = after(bbs, "add dto IBbsReport (total: int)", "src/api/structures/IBbsReport.ts");
    expect(text).toContain(
      'export type IBbsReport = { /** * Total. */ total: number & tags.Type<"int32">; };',
    );
  });

  test("is there once", () => {
    const ending = planned(bbs, LINE);
    if (ending.kind !== "plan") throw new Error(ending.kind);
    expect(said(applyEdits(bbs, ending.edits()), LINE)).toEqual(["IBbsCategory.IFollow is there already."]);
  });

  test.each([
    [
      "add dto IBbsTag.ICreate (muted: boolean)",
      "IBbsTag.ICreate is there already, with name.",
      "Choose another name, or change its properties one by one.",
    ],
    [
      "add dto IBbsTag.IMute (muted: bolean)",
      '"bolean" of muted is neither a scalar nor a DTO.',
      "Did you mean boolean? The scalars are string, int, double, boolean, datetime, uuid, uri, email.",
    ],
    [
      "add dto IBbsTag.IMute (muted: boolean, muted: int)",
      'IBbsTag.IMute would have "muted" twice.',
      "Name it once.",
    ],
  ])("%s", (line, ...expected) => expect(said(bbs, line)).toEqual(expected));

  test("is made before what takes it, in whatever order both are written", () => {
    const stub =
      "add operation PUT /bbs/member/categories/{categoryId}/follow by member as follow taking IBbsCategory.IFollow answering IBbsCategory";
    const ending = planLines(bbs, [stub, LINE].map(changeOf), new Map());
    expect(ending.kind === "plan" && ending.plan.added.operations).toEqual([
      "PUT /bbs/member/categories/{categoryId}/follow",
    ]);
  });
});
