import { beforeAll, describe, expect, it } from "@jest/globals";
import type { ModelStep } from "../../../src/model/loop/model-step.js";
import { definitionsOf, findingsWith, storySteps } from "../support/story-steps.js";
import { DATABASE, INTERFACE, UNDERSTANDING } from "../support/notification-story.js";

let step: ModelStep<unknown> | undefined;

beforeAll(async () => {
  [, , step] = await storySteps();
});

const [mute, muting] = INTERFACE.changes;
const serves = ["intention-3"];

function stub(more: object) {
  return { serves, change: { ...muting?.change, ...more } };
}

function member(name: string, type: string) {
  return { name, type, values: [], list: false, optional: false };
}

const derived = (operation: string, path: string) => ({
  expected: "add-operation, because it is derived",
  candidates: [{ kind: "add-operation", operation, model: "bbs_tags", actor: "admin", at: path }],
});

const tag = { body: null, response: null, name: null };

describe("a design of the interface", () => {
  it("is right where each intention is served and planning carries it out", async () => {
    expect(await findingsWith(step, "$input", INTERFACE)).toEqual([]);
  });

  it("is made of changes of the interface alone, on what the database has become", () => {
    const definitions = definitionsOf(step);
    expect(Object.keys(definitions)).not.toEqual(expect.arrayContaining(["AddModel"]));
    expect(definitions["ModelName"]).toMatchObject({
      enum: expect.arrayContaining(["bbs_category_category_follows"]),
    });
    expect(definitions["OperationKey"]).toMatchObject({
      enum: expect.arrayContaining(["POST /bbs/member/categories/{categoryId}/categoryFollows"]),
    });
  });

  it.each<[string, string, unknown, string, object]>([
    [
      "an intention that nothing serves",
      "$input.behaviours[0]",
      undefined,
      "$input.behaviours",
      {
        expected: 'at least one that serves "intention-1"',
        advice: expect.stringContaining("THE system SHALL remember it once. Name it in the behaviour"),
      },
    ],
    [
      "an intention that is settled and is programmed",
      "$input.settled[0]",
      "intention-2",
      "$input.settled[0]",
      { expected: "nothing", advice: `A behaviour serves "intention-2", so it is not settled: take it out.` },
    ],
    [
      "an intention twice",
      "$input.behaviours[0].serves[1]",
      "intention-1",
      "$input.behaviours[0].serves[1]",
      { expected: "nothing, or something else" },
    ],
    [
      "a stub that does nothing",
      "$input.behaviours[2]",
      undefined,
      "$input.behaviours",
      {
        expected: 'at least one of "PUT /bbs/admin/categories/{categoryId}/mute"',
        candidates: [{ operation: "PUT /bbs/admin/categories/{categoryId}/mute", serves }],
      },
    ],
    [
      "a behaviour of no operation",
      "$input.behaviours[1].operation",
      "POST /bbs/member/article",
      "$input.behaviours[1].operation",
      { candidates: expect.arrayContaining(["POST /bbs/member/articles"]) },
    ],
    [
      "a stub that is called otherwise than in its behaviour",
      "$input.changes[1].change.path",
      "/bbs/admin/categories/{categoryId}/silence",
      "$input.changes[1].change.path",
      { candidates: ["/bbs/admin/categories/{categoryId}/mute"] },
    ],
    [
      "a behaviour of an operation that no change adds",
      "$input.changes[1]",
      undefined,
      "$input.changes",
      { expected: 'at least one that adds "PUT /bbs/admin/categories/{categoryId}/mute"' },
    ],
    [
      "an operation with two behaviours",
      "$input.behaviours[3]",
      { operation: "POST /bbs/member/articles", serves: ["intention-1"] },
      "$input.behaviours[3]",
      {
        expected: "nothing, or something else",
        advice: "$input.behaviours[1] is of the same operation: put what it serves there, and take it out.",
      },
    ],
    [
      "a stub that creates",
      "$input.changes[2]",
      stub({ ...tag, method: "POST", path: "/bbs/admin/tags", body: "IBbsTag.ICreate", response: "IBbsTag" }),
      "$input.changes[2].change",
      derived("create", "/bbs/admin/tags"),
    ],
    [
      "a stub that reads",
      "$input.changes[2]",
      stub({ ...tag, method: "GET", path: "/bbs/admin/tags/:tagId", response: "IBbsTag" }),
      "$input.changes[2].change",
      derived("read", "/bbs/admin/tags/{tagId}"),
    ],
    [
      "a stub that lists",
      "$input.changes[2]",
      stub({
        ...tag,
        method: "PATCH",
        path: "/bbs/admin/tags",
        body: "IBbsTag.IRequest",
        response: "IPageIBbsTag.ISummary",
      }),
      "$input.changes[2].change",
      derived("list", "/bbs/admin/tags"),
    ],
    [
      "a stub that deletes",
      "$input.changes[2]",
      stub({ ...tag, method: "DELETE", path: "/bbs/admin/tags/{tagId}" }),
      "$input.changes[2].change",
      derived("delete", "/bbs/admin/tags/{tagId}"),
    ],
    [
      "a DTO that there is none of",
      "$input.changes[1].change.response",
      "IBbsMuting",
      "$input.changes[1].change.response",
      { expected: "a DTO", candidates: expect.arrayContaining(["IBbsCategory.IMute"]) },
    ],
    [
      "a property of a type that there is none of",
      "$input.changes[0].change.members[0].type",
      "bool",
      "$input.changes[0].change.members[0].type",
      { expected: "a scalar or a DTO", candidates: expect.arrayContaining(["boolean"]) },
    ],
    [
      "a DTO that nothing uses",
      "$input.changes[2]",
      { serves, change: { kind: "add-dto", name: "IBbsMuting", members: [member("since", "datetime")] } },
      "$input.changes[2]",
      { expected: "nothing", advice: expect.stringContaining("takes or answers with IBbsMuting") },
    ],
    [
      "a secret in an answer",
      "$input.changes",
      [
        mute,
        stub({ response: "IBbsMuting" }),
        { serves, change: { kind: "add-dto", name: "IBbsMuting", members: [member("of", "IBbsMuted")] } },
        { serves, change: { kind: "add-dto", name: "IBbsMuted", members: [member("token", "string")] } },
      ],
      "$input.changes[3].change.members[0]",
      { expected: "nothing", advice: "Nobody is answered with token: take it out." },
    ],
    [
      "somebody's address in an answer",
      "$input.changes",
      [
        mute,
        stub({ response: "IBbsMuting" }),
        { serves, change: { kind: "add-dto", name: "IBbsMuting", members: [member("contact", "email")] } },
      ],
      "$input.changes[2].change.members[0]",
      { advice: "Nobody is answered with contact: take it out." },
    ],
    [
      "an answer that was made to be taken",
      "$input.changes[1].change.response",
      "IBbsMember.IJoin",
      "$input.changes[1].change.response",
      {
        expected: "a DTO without secrets",
        candidates: expect.arrayContaining(["IBbsMember"]),
        advice: "IBbsMember.IJoin has password, which nobody is answered with.",
      },
    ],
    [
      "an address that is shown",
      "$input.changes[2]",
      { serves, change: { kind: "expose-field", name: "email", of: "bbs_members", in: ["summary"] } },
      "$input.changes[2].change",
      { expected: "nothing" },
    ],
    [
      "a change twice",
      "$input.changes[2]",
      muting,
      "$input.changes[2]",
      { expected: "nothing, or something else" },
    ],
    [
      "what planning refuses",
      "$input",
      {
        ...INTERFACE,
        changes: [mute, stub({ method: "GET" })],
        behaviours: [
          ...INTERFACE.behaviours.slice(0, 2),
          { operation: "GET /bbs/admin/categories/{categoryId}/mute", serves },
        ],
      },
      "$input.changes[1].change",
      {
        by: "check",
        advice: expect.stringContaining("A GET request has no body, so it takes no IBbsCategory.IMute."),
      },
    ],
    [
      "a behaviour of a derived operation that is not added",
      "$input",
      {
        changes: [
          {
            serves,
            change: {
              kind: "add-operation",
              operation: "update",
              model: "bbs_tags",
              actor: "admin",
              at: null,
            },
          },
        ],
        behaviours: [
          ...INTERFACE.behaviours.slice(0, 2),
          { operation: "PUT /bbs/admin/tag/{tagId}", serves },
        ],
        settled: [],
      },
      "$input.behaviours[2].operation",
      { by: "rule", candidates: expect.arrayContaining(["PUT /bbs/admin/tags/{tagId}"]) },
    ],
  ])("is wrong with %s, told at its place", async (_what, at, put, path, said) => {
    const findings = await findingsWith(step, at, put);
    expect(findings.find((finding) => finding.path === path) ?? findings).toMatchObject(said);
  });

  it("has nothing settled that no change serves", async () => {
    const settled = { ...INTERFACE, behaviours: INTERFACE.behaviours.slice(1), settled: ["intention-1"] };
    expect(await findingsWith(step, "$input", settled)).toEqual([]);
    const changes = DATABASE.changes.map((each) => ({ ...each, serves: ["intention-3"] as const }));
    const [, , other] = await storySteps(UNDERSTANDING, { database: { changes } });
    expect(await findingsWith(other, "$input", settled)).toMatchObject([
      {
        path: "$input.settled[0]",
        expected: "nothing",
        advice: 'No change serves "intention-1": take it out, and name it in the behaviour of an operation.',
      },
    ]);
  });
});
