import { beforeAll, describe, expect, it } from "@jest/globals";
import type { ModelStep } from "../../../src/model/loop/model-step.js";
import { definitionsOf, findingsWith, storySteps } from "../support/story-steps.js";
import { DATABASE, UNDERSTANDING } from "../support/notification-story.js";

let step: ModelStep<unknown> | undefined;

beforeAll(async () => {
  [, step] = await storySteps();
});

const [follow, unique, muted] = DATABASE.changes;

describe("a design of the database", () => {
  it("is right where planning carries it out, and may be empty", async () => {
    expect(await findingsWith(step, "$input", DATABASE)).toEqual([]);
    expect(await findingsWith(step, "$input.changes", [])).toEqual([]);
  });

  it("is made of changes of the database alone", () => {
    const definitions = definitionsOf(step);
    expect(Object.keys(definitions)).toEqual(expect.arrayContaining(["AddModel", "AddField", "AddIndex"]));
    expect(Object.keys(definitions)).not.toEqual(expect.arrayContaining(["AddStub"]));
    expect(Object.keys(definitions)).not.toEqual(expect.arrayContaining(["RemoveField"]));
  });

  it.each<[string, string, unknown, string, object]>([
    [
      "a change twice",
      "$input.changes[3]",
      follow,
      "$input.changes[3]",
      { expected: "nothing, or something else", advice: "$input.changes[0] says the same: take it out." },
    ],
    [
      "what requirements say already",
      "$input.changes[0].serves[1]",
      "intention-1",
      "$input.changes[0].serves[1]",
      { expected: "nothing, or something else" },
    ],
    [
      "a column of another model",
      "$input.changes[1].change.on",
      { model: "bbs_articles", fields: ["display_order"] },
      "$input.changes[1].change.on.fields[0]",
      {
        expected: "a field of bbs_articles",
        candidates: expect.arrayContaining(["deleted_at"]),
      },
    ],
    [
      "a model that neither stands nor is added",
      "$input.changes[2].change.to.models[0]",
      "bbs_topics",
      "$input.changes[2].change.to.models[0]",
      {
        expected: "a model",
        candidates: expect.arrayContaining(["category_follow", "bbs_tags"]),
        advice: "One that is not there yet has to be added by add-model.",
      },
    ],
    [
      "what no line can say",
      "$input.changes[0].change.access",
      [],
      "$input.changes[0].change.access",
      { by: "rule", expected: "at least one" },
    ],
    [
      "a secret that would be shown with a new model",
      "$input.changes[0].change.fields[1]",
      {
        name: "token",
        type: { name: "string", values: [], optional: false },
        unique: false,
        default: null,
      },
      "$input.changes[0].change.fields[1]",
      { expected: "nothing", advice: expect.stringContaining("add it with add-field and empty carriers") },
    ],
    [
      "a secret that is shown",
      "$input.changes[2].change.name",
      "password_hint",
      "$input.changes[2].change.carriers",
      { expected: "no DTO that shows a row", candidates: [[]] },
    ],
    [
      "an actor who may not be",
      "$input.changes[0].change.access[0].actor",
      "visitor",
      "$input.changes[0].change.access[0].actor",
      { candidates: expect.arrayContaining(["member", "admin"]) },
    ],
    [
      "a name that its rows would have twice",
      "$input.changes",
      [{ ...follow, change: { ...follow?.change, of: "bbs_members" } }],
      "$input.changes[0].change.fields[0].name",
      { by: "check", advice: expect.stringContaining('have a relation "member" already') },
    ],
    [
      "an index over what a new model does not have",
      "$input.changes[1].change.on.fields[1]",
      "title",
      "$input.changes[1].change.on.fields[1]",
      {
        expected: "a field of category_follow",
        candidates: expect.arrayContaining(["member", "category"]),
      },
    ],
    [
      "a field that an index calls otherwise",
      "$input.changes[0].change.fields[0].name",
      "follower",
      "$input.changes[0].change.fields[0].name",
      { candidates: ["member"], advice: 'The index is over "member".' },
    ],
    [
      "a model that is of nothing, beside an index that says of what",
      "$input.changes[0].change.of",
      null,
      "$input.changes[0].change.of",
      { candidates: ["bbs_categories"] },
    ],
    [
      "all models at once",
      "$input.changes[2].change.to.models",
      [],
      "$input.changes[2].change.to.models",
      { expected: "at least one model" },
    ],
    [
      "a default of another type",
      "$input.changes[2].change.default",
      "often",
      '$input.changes[2].change["default"]',
      { by: "check", found: "often" },
    ],
  ])("is wrong with %s, told at its place", async (_what, at, put, path, said) => {
    const findings = await findingsWith(step, at, put);
    expect(findings.find((finding) => finding.path === path) ?? findings).toMatchObject(said);
  });

  it("may not say again what was understood", async () => {
    if (muted === undefined) throw new Error("The story mutes nothing");
    const changes = [{ quotes: ["mute"] as const, change: muted.change }];
    const steps = await storySteps({ ...UNDERSTANDING, changes });
    const findings = await findingsWith(steps[1], "$input", { changes: [muted, unique] });
    expect(findings[0]).toMatchObject({
      path: "$input.changes[0]",
      expected: "nothing",
      advice: "It is made already: take it out.",
    });
  });
});
