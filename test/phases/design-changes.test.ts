import { describe, expect, it } from "@jest/globals";
import { printChange } from "../../src/change/forms.js";
import { designChanges } from "../../src/phases/design-changes.js";
import { makeBackend } from "../../src/source/make-backend.js";
import { fixtureBackend } from "../support/fixture-backend.js";
import { answeredPorts } from "./support/answered.js";
import { ANALYSIS, DATABASE, INTERFACE, TEXT, UNDERSTANDING } from "./support/notification-story.js";

const ANSWERS = { analyze: ANALYSIS, database: DATABASE, interface: INTERFACE };
const bbs = fixtureBackend("bbs");

describe("intentions", () => {
  it("are carried on to requirements, database, interface and behaviours", async () => {
    const ports = answeredPorts(ANSWERS);
    const designed = await designChanges(UNDERSTANDING, TEXT, bbs, ports);
    if (!designed.ok) throw new Error(JSON.stringify(designed.why));
    expect(designed.value.changes.map((change) => change.kind)).toEqual([
      "change-section",
      "add-section",
      "add-model",
      "add-index",
      "add-field",
      "add-dto",
      "add-stub",
    ]);
    const [notifications] = designed.value.changes;
    expect(notifications === undefined ? "" : printChange(notifications)).toContain(
      "answer with status 404.\\nWHEN a member writes an article",
    );
    expect(designed.value.behaviours).toEqual([
      {
        operation: "POST /bbs/member/categories/{categoryId}/categoryFollows",
        requirements: ["WHEN a member follows a category, THE system SHALL remember it once."],
        sections: ["04-engagement-requirements#following"],
      },
      {
        operation: "POST /bbs/member/articles",
        requirements: [
          UNDERSTANDING.intentions[1]?.requirement,
          UNDERSTANDING.intentions[2]?.requirement,
          "WHEN a member writes an article, THE system SHALL notify every member who follows its category.",
          "IF the category is muted, THEN THE system SHALL notify nobody who follows it.",
          "WHEN an administrator mutes a category, THE system SHALL keep its followers.",
        ],
        sections: ["04-engagement-requirements#notifications", "04-engagement-requirements#following"],
      },
      expect.objectContaining({ operation: "PUT /bbs/admin/categories/{categoryId}/mute" }),
    ]);
    expect(ports.said).toEqual([
      "writes the requirements",
      expect.stringMatching(/^shows all \d+ sections of the requirements/),
      "designs the database",
      "designs the interface",
    ]);
  });

  it("are not asked about where there are none", async () => {
    const ports = answeredPorts({});
    const designed = await designChanges({ ...UNDERSTANDING, intentions: [] }, TEXT, bbs, ports);
    expect(designed).toEqual({ ok: true, value: { changes: [], behaviours: [] } });
    expect(ports.steps).toEqual([]);
  });

  it("are not written into requirements where a backend has no documents", async () => {
    const texts = [...bbs.files.values()].flatMap(({ path, text }): readonly [string, string][] =>
      path.startsWith("docs/") || text === null ? [] : [[path, text]],
    );
    const ports = answeredPorts(ANSWERS);
    const designed = await designChanges(UNDERSTANDING, TEXT, makeBackend("bbs", texts), ports);
    expect(ports.steps.map((step) => step.function.name)).toEqual(["database", "interface"]);
    expect(designed.ok && designed.value.behaviours.map(({ sections }) => sections)).toEqual([[], [], []]);
  });

  it("end with the reason where a phase gets no right answer", async () => {
    const ports = answeredPorts({ ...ANSWERS, database: {} });
    const designed = await designChanges(UNDERSTANDING, TEXT, bbs, ports);
    expect(designed.ok ? null : [designed.why.kind, designed.record.function]).toEqual(["stuck", "database"]);
  });
});
