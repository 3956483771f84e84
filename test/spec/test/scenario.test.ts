import { describe, expect, test } from "@jest/globals";
import { classify } from "../../../src/source/layout.js";
import { createSource } from "../../../src/source/parse-typescript.js";
import { scopeOf } from "../../../src/spec/body/scope-of.js";
import { writtenFunctions } from "../../../src/spec/body/written-functions.js";
import { readSpec } from "../../../src/spec/spec.js";
import { printScenario } from "../../../src/spec/test/print-scenario.js";
import { readScenario } from "../../../src/spec/test/read-scenario.js";
import { checkScenario } from "../../../src/spec/test/rules/check-scenario.js";
import { byAccessor } from "../../../src/spec/test/test-scope.js";
import { type FixtureName, fixtureBackend } from "../../support/fixture-backend.js";

describe.each<FixtureName>(["bbs", "todo"])("%s", (fixture) => {
  const backend = fixtureBackend(fixture);
  const spec = readSpec(backend);
  const operations = byAccessor(spec.api.operations.values());
  const written = [...backend.files.values()].flatMap(({ path, text }) =>
    classify(path) === "test" ? writtenFunctions(createSource(path, text ?? "").statements) : [],
  );

  test("its tests are scenarios, and the same when they are printed from these", () => {
    expect(written.length).toBeGreaterThan(20);
    for (const each of written) {
      const scenario = readScenario(each);
      expect({ name: each.name, scenario }).not.toEqual({ name: each.name, scenario: null });
      if (scenario === null) continue;
      const code = printScenario(scenario);
      const [again] = writtenFunctions(createSource("again.ts", code).statements);
      expect(again === undefined ? null : readScenario(again)).toEqual(scenario);
    }
  });

  test("no test that works breaks a rule", () => {
    const wrong = written.flatMap((each) => {
      const scenario = readScenario(each);
      const { names } = scopeOf(each, spec);
      const scope = { operations, helpers: names, names };
      return scenario === null
        ? []
        : checkScenario(scenario, scope).map((one) => ({ name: each.name, ...one }));
    });
    expect(wrong).toEqual([]);
  });
});
