import { beforeAll, describe, expect, jest, test } from "@jest/globals";
import { scriptedModel } from "../../src/model/scripted/scripted-model.js";
import type { Published } from "../../src/run/outcome.js";
import { SILENT } from "../../src/util/progress.js";
import { TRANSCRIPTS } from "../phases/understand/recorded-step.js";
import { testWorkspace } from "../support/fixture-backend.js";
import { STORIES } from "./stories.js";
import { type Told, tellStory } from "./tell-story.js";

// The backend is built, started and tested here, on a machine that may be busy.
jest.setTimeout(900_000);

/** Stories whose requests somebody has answered. */
const RECORDED = ["notifications"];

/** More calls than these no story may take. */
const CALLS = 25;

const workspace = testWorkspace();

describe.each(STORIES.filter(({ name }) => RECORDED.includes(name)))("$name, in $backend", (story) => {
  let told: Told;
  let work: Published;
  beforeAll(async () => {
    const model = scriptedModel(TRANSCRIPTS);
    told = await tellStory(story, { model, workspace, run: true, progress: SILENT });
    const { outcome } = told.applied ?? told.read;
    if (outcome.kind !== "published") throw new Error(JSON.stringify(outcome, null, 2));
    work = outcome;
  });

  test("ends with a proposal that passes every gate, the tests of the backend among them", () => {
    expect(told.published).toHaveLength(1);
    expect(work.gates.map(({ gate, verdict }) => [gate, verdict])).toEqual(
      work.gates.map(({ gate }) => [gate, "passed"]),
    );
    const ran = work.gates.find(({ gate }) => gate === "run-time");
    expect(ran?.summary).toMatch(/^(\d+) of \1 tests passed/);
    expect(ran?.tests?.filter(({ before }) => before === "absent").length).toBeGreaterThan(0);
  });

  test("takes few calls", () => {
    expect(told.asked.length).toBeGreaterThan(1);
    expect(told.asked.length).toBeLessThanOrEqual(CALLS);
  });

  const { edited } = story;
  if (edited !== undefined)
    test("keeps what somebody wrote by hand", () => {
      const edit = work.edits.find(({ path }) => path === edited.path);
      expect(edit?.after).toContain(edited.to);
    });
});
