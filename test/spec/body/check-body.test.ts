import { describe, expect, test } from "@jest/globals";
import { checkBody } from "../../../src/spec/body/rules/check-body.js";
import { type FixtureName, fixtureBackend } from "../../support/fixture-backend.js";
import { fixtureBodies } from "./fixture-bodies.js";

describe.each<FixtureName>(["bbs", "todo"])("%s", (name) => {
  test("nothing that works breaks a rule", () => {
    const bodies = fixtureBodies(fixtureBackend(name));
    expect(bodies.length).toBeGreaterThan(40);
    const wrong = bodies.flatMap(({ name: body, statements, scope }) =>
      checkBody(statements, scope).map((each) => ({ body, ...each })),
    );
    expect(wrong).toEqual([]);
  });
});
