import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Option } from "../../../src/change/answer.js";
import { readDatabase } from "../../../src/spec/database/read-database.js";
import { fixtureBackend, type FixtureName } from "../../support/fixture-backend.js";
import { answersFor, caseNames } from "../load-case.js";
import { asRecommended, type RunCase } from "./run-case.js";

const FIXTURES: readonly FixtureName[] = ["bbs", "todo"];
const CASES = "fixtures/cases";

/** Each fixture as it is, the removal of each of its models, and the hand-written cases. */
export function listCases(): readonly RunCase[] {
  return [...FIXTURES.flatMap(casesOfFixture), ...caseNames().map(writtenCase)];
}

function casesOfFixture(backend: FixtureName): readonly RunCase[] {
  const common = { backend, overlay: null, decide: asRecommended };
  const models = [...readDatabase(fixtureBackend(backend)).models.keys()];
  return [
    { ...common, name: `${backend}/as-it-is`, change: null },
    ...models.map((model) => ({ ...common, name: `${backend}/${model}`, change: `remove ${model}` })),
  ];
}

function writtenCase(name: string): RunCase {
  const folder = join(CASES, name);
  const { backend, change, decide } = JSON.parse(readFileSync(join(folder, "case.json"), "utf8")) as {
    backend: string;
    change: string;
    decide?: Record<string, Option>;
  };
  const overlay = join(folder, "overlay");
  return {
    name,
    backend,
    overlay: existsSync(overlay) ? overlay : null,
    change,
    decide: (questions) => answersFor(decide ?? {}, questions),
  };
}
