import { beforeAll, describe, expect, it } from "@jest/globals";
import type { ModelStep } from "../../../src/model/loop/model-step.js";
import { definitionsOf, findingsWith, storySteps } from "../support/story-steps.js";
import { ANALYSIS } from "../support/notification-story.js";

let step: ModelStep<unknown> | undefined;

beforeAll(async () => {
  [step] = await storySteps();
});

const [notifications, following] = ANALYSIS.sections;

describe("requirements that follow from intentions", () => {
  it("are right where each intention has a sentence", async () => {
    expect(await findingsWith(step, "$input", ANALYSIS)).toEqual([]);
  });

  it("can name the sections that are shown, and places around them", () => {
    const definitions = definitionsOf(step);
    expect(definitions["SectionId"]).toMatchObject({
      enum: expect.arrayContaining(["04-engagement-requirements#notifications"]),
    });
    expect(definitions["SectionId"]).not.toMatchObject({
      enum: expect.arrayContaining(["03-functional-requirements#articles"]),
    });
    expect(definitions["DocumentPlace"]).toMatchObject({
      enum: expect.arrayContaining(["00-toc", "03-functional-requirements#articles"]),
    });
    expect(definitions["IntentionIds"]).toMatchObject({ items: { $ref: "#/$defs/IntentionId" } });
  });

  it.each<[string, string, unknown, string, object]>([
    [
      "a sentence that nobody can test",
      "$input.sections[1].sentences[0].text",
      "Members can follow categories.",
      "$input.sections[1].sentences[0].text",
      { expected: "WHEN …, THE system SHALL …, in one sentence and on one line" },
    ],
    [
      "two sentences in one",
      "$input.sections[1].sentences[0].text",
      "THE system SHALL remember followers. THE system SHALL count them.",
      "$input.sections[1].sentences[0].text",
      { candidates: [] },
    ],
    [
      "a sentence without its full stop",
      "$input.sections[1].sentences[0].text",
      "THE system SHALL  remember followers",
      "$input.sections[1].sentences[0].text",
      { candidates: ["THE system SHALL remember followers."] },
    ],
    [
      "marks that a document hides",
      "$input.sections[1].sentences[0].text",
      "THE system SHALL remember <!-- nobody --> followers.",
      "$input.sections[1].sentences[0].text",
      { by: "rule" },
    ],
    [
      "an intention that nothing says",
      "$input.sections[0].sentences[0]",
      undefined,
      "$input.sections",
      {
        expected: 'at least one sentence that follows from "intention-2"',
        advice: expect.stringContaining("notify every member who follows the category."),
      },
    ],
    [
      "an intention whose sentence does not say that it is its",
      "$input.sections[1].sentences[0].intentions",
      ["intention-3"],
      "$input.sections[1].sentences[0].intentions",
      { candidates: [["intention-3", "intention-1"]] },
    ],
    [
      "an intention that there is none of",
      "$input.sections[1].sentences[0].intentions[0]",
      "intention-7",
      "$input.sections[1].sentences[0].intentions[0]",
      { candidates: ["intention-1", "intention-2", "intention-3"] },
    ],
    [
      "the place of a sentence that does not stand there",
      "$input.sections[0].sentences[0].instead",
      ["WHEN somebody comments, THE system SHALL notify the author of the article."],
      "$input.sections[0].sentences[0].instead[0]",
      {
        expected: "a sentence of 04-engagement-requirements#notifications, copied exactly",
        candidates: expect.arrayContaining([
          "WHEN somebody writes a comment below an article, THE system SHALL notify the author of the article.",
        ]),
      },
    ],
    [
      "a sentence that stands there already",
      "$input.sections[0].sentences[0].text",
      "WHEN a member marks a notification as read, THE system SHALL store the time.",
      "$input.sections[0].sentences[0].instead",
      { candidates: [["WHEN a member marks a notification as read, THE system SHALL store the time."]] },
    ],
    [
      "a section twice",
      "$input.sections[2]",
      notifications,
      "$input.sections[2]",
      {
        expected: "nothing, or something else",
        advice: "$input.sections[0] is the same section: put its sentences there, and take it out.",
      },
    ],
    [
      "a sentence twice",
      "$input.sections[1].sentences[2]",
      following?.sentences[0],
      "$input.sections[1].sentences[2]",
      { advice: "$input.sections[1].sentences[0] says the same: take it out." },
    ],
    [
      "an intention twice",
      "$input.sections[1].sentences[0].intentions[1]",
      "intention-1",
      "$input.sections[1].sentences[0].intentions[1]",
      { expected: "nothing, or something else" },
    ],
    [
      "a title that is taken",
      "$input.sections[1].title",
      "Likes",
      "$input.sections[1]",
      { by: "check", advice: expect.stringContaining("There is a section 04-engagement-requirements#likes") },
    ],
    [
      "a title that is none",
      "$input.sections[1].title",
      "# Following",
      "$input.sections[1].title",
      { by: "check", advice: expect.stringContaining("Write a title of plain words") },
    ],
  ])("are wrong with %s, told at its place", async (_what, at, put, path, said) => {
    expect((await findingsWith(step, at, put)).find((finding) => finding.path === path)).toMatchObject(said);
  });
});
