import { describe, expect, it } from "@jest/globals";
import type { ProposalFacts } from "../../src/app/proposal-facts.js";
import { PullRequestBody } from "../../src/app/pull-request-body.js";
import type { Notice } from "../../src/generate/notice.js";
import type { Step } from "../../src/plan/plan.js";
import { NO_COST } from "../../src/run/report.js";
import { POSTED_LIMIT, postedText } from "../../src/util/posted-text.js";
import { EMPTY_PLAN } from "../../src/plan/plan.js";

const signer = { scope: "acme/bbs#1", key: "key" };

function facts(size = 1): ProposalFacts {
  const step = (index: number): Step => ({
    path: `src/providers/op${index}.ts`,
    kind: "operation",
    artefact: `op${index}`,
    action: "edit",
    layer: "realize",
    way: "derived",
    reasons: [{ cause: "bbs_articles.comments", how: "selects" }],
  });
  const notices: Notice[] = Array.from({ length: size }, (_, index) => ({
    kind: "dropped-guard",
    path: `src/providers/op${index}.ts`,
    line: 3,
    text: "if (!x) throw new Error(); // ``` @alice",
  }));
  const removed = {
    models: ["bbs_article_comments"],
    fields: [],
    dtos: ["IComment"],
    properties: [],
    operations: [],
  };
  const steps = Array.from({ length: size }, (_, index) => step(index));
  return {
    work: {
      plan: {
        ...EMPTY_PLAN,
        change: "remove comments",
        removed,
        steps,
        notices,
      },
      edits: [
        ...steps.map(({ path }) => ({ path, before: "a\nb\n", after: "a\n" })),
        { path: "docs/analysis/01.md", before: "# A\n\n### Impact\n", after: "# A\n" },
      ],
      gates: [
        { gate: "types", verdict: "passed", summary: "TypeScript 6.0.3", diagnostics: [], duration: 1200 },
      ],
      byModel: [],
      contract: [],
      coverage: {
        sections: { all: 3, without: ["01#likes"] },
        operations: { all: 1, without: [] },
      },
      migration: {
        sql: "-- DropTable\n### Impact\nDROP TABLE x;\n".repeat(size),
        dialect: "sqlite",
        risks: [{ code: "destructive", statement: 'DROP TABLE "x"', reason: "every row is lost" }],
        refusals: [],
      },
    },
    base: "0123456789",
    files: size + 10,
    asked: { issue: 1, comment: 7, by: "alice" },
    timings: [{ step: "read", milliseconds: 1200 }],
    cost: NO_COST,
  };
}

describe("the text of a pull request", () => {
  it("says what, why, how it was checked, and what it left alone", () => {
    const text = PullRequestBody.of(facts()).print(signer);
    for (const part of [
      "Asked for in #1 by **alice**: `/autobe remove comments`",
      "9 of 11 files stay byte-identical",
      "selects `bbs_articles.comments` | edited, derived | +0 −1",
      "```mermaid",
      "| `destructive` |",
      "| types | passed | 1.2 s | TypeScript 6.0.3 |",
      "Checks that were dropped by an answer",
      "0 model calls, 0 tokens. Generating the whole backend again takes 18–170 M tokens.",
      "<details><summary>Commands</summary>",
    ])
      expect(text).toContain(part);
    expect(text.match(/^-### Impact/m)).not.toBeNull();
  });

  it("is parsed back to the same text, also after GitHub has it", () => {
    for (const size of [1, 3]) {
      const text = postedText(PullRequestBody.of(facts(size)).print(signer));
      const parsed = PullRequestBody.parse(text, signer);
      expect(parsed?.mark).toMatchObject({
        change: "remove comments",
        base: "0123456789",
        comment: 7,
        accepted: [],
      });
      expect(postedText(parsed?.print(signer) ?? "")).toBe(text);
    }
  });

  it("quotes a consent once, and keeps it over parsing", () => {
    const consent = {
      code: "destructive",
      by: "alice",
      url: "https://github.com/acme/bbs/issues/1#issuecomment-9",
    };
    const text = PullRequestBody.of(facts()).withAcceptance(consent).withAcceptance(consent).print(signer);
    expect(text.match(/> \/autobe accept destructive/g)).toHaveLength(1);
    const parsed = PullRequestBody.parse(text, signer);
    expect(parsed?.mark.accepted).toEqual([consent]);
    expect(parsed?.print(signer)).toBe(text);
  });

  it("believes no marker that it did not sign, and none from another issue", () => {
    const text = PullRequestBody.of(facts()).print(signer);
    expect(PullRequestBody.parse(text, { ...signer, scope: "acme/bbs#2" })).toBeNull();
    expect(PullRequestBody.parse(text, { ...signer, key: "other" })).toBeNull();
    expect(
      PullRequestBody.parse(text.replace(/request [A-Za-z0-9_-]{8}/, "request AAAAAAAA"), signer),
    ).toBeNull();
    expect(PullRequestBody.parse("A person's text", signer)).toBeNull();
  });

  it("is never longer than GitHub takes, and still parsed", () => {
    const text = PullRequestBody.of(facts(3_000)).print(signer);
    expect(text.length).toBeLessThan(POSTED_LIMIT);
    expect(PullRequestBody.parse(text, signer)?.print(signer)).toBe(text);
    expect(text).toMatch(/… and \d+ more|\d+ more<\/summary>/);
  });
});
