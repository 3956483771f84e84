import { describe, expect, it } from "@jest/globals";
import type { Change } from "../../src/change/change.js";
import { planInThread } from "../../src/cli/serve/plan-in-thread.js";
import { SpecError } from "../../src/errors/spec-error.js";
import { planChange } from "../../src/plan/plan-change.js";
import { makeBackend } from "../../src/source/make-backend.js";
import { INLINE_BACKEND } from "../helpers/inline-backend.js";

const BACKEND = makeBackend("x", Object.entries(INLINE_BACKEND));

const REMOVE_COMMENTS: Change = { kind: "remove-feature", target: "comments" };

describe("planInThread", () => {
  it("plans as the planner does, and lets the rest of the process go on", async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 5);
    const planned = await planInThread(BACKEND, REMOVE_COMMENTS, new Map());
    clearInterval(timer);
    const expected = planChange(BACKEND, REMOVE_COMMENTS, new Map());
    if (planned.kind !== "plan" || expected.kind !== "plan") throw new Error("no plan");
    expect(planned.plan).toEqual(expected.plan);
    expect(planned.edits()).toEqual(expected.edits());
    expect(ticks).toBeGreaterThan(0);
  });

  it("gives the other endings and the errors as they are", async () => {
    expect(
      await planInThread(BACKEND, { kind: "remove-feature", target: "invoices" }, new Map()),
    ).toMatchObject({
      kind: "nothing-to-do",
    });
    const broken = makeBackend("y", [
      ...Object.entries(INLINE_BACKEND),
      ["prisma/schema/b.prisma", "model x {\n"],
    ]);
    await expect(planInThread(broken, REMOVE_COMMENTS, new Map())).rejects.toThrow(SpecError);
  });
});
