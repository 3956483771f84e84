import { describe, expect, test } from "@jest/globals";
import typia from "typia";
import { plainSchema } from "../../../src/model/schema/plain-schema.js";
import type { CollectorBody, OperationBody, TransformerBody } from "../../../src/spec/body/filled-body.js";
import type { Scenario } from "../../../src/spec/test/scenario.js";
import { fixtureBackend } from "../../support/fixture-backend.js";
import { fixtureBodies } from "./fixture-bodies.js";

const SCHEMAS = {
  operation: plainSchema(typia.llm.parameters<OperationBody>()),
  collector: plainSchema(typia.llm.parameters<CollectorBody>()),
  transformer: plainSchema(typia.llm.parameters<TransformerBody>()),
  scenario: plainSchema(typia.llm.parameters<Scenario>()),
};

describe.each(["operation", "collector", "transformer", "scenario"] as const)("the schema of %s", (name) => {
  const { $defs } = SCHEMAS[name];
  const unions = Object.values($defs).filter((each) => "anyOf" in each && each.anyOf.length > 3);

  test("tells the kinds apart by one word", () => {
    expect(unions.length).toBeGreaterThan(1);
    for (const union of unions) expect(Object.keys(union)).toContain("x-discriminator");
  });

  test("has a name of its own for each kind", () => {
    expect(Object.keys($defs).filter((each) => /\.o\d+$|["<>]/.test(each))).toEqual([]);
  });
});

test("what is read of a backend is of the types that a model fills", () => {
  const isBody = typia.createValidateEquals<OperationBody>();
  for (const name of ["bbs", "todo"] as const)
    for (const { statements } of fixtureBodies(fixtureBackend(name)))
      expect(isBody(JSON.parse(JSON.stringify({ statements })))).toMatchObject({ success: true });
});
