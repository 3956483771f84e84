import { readNaming } from "../../generate/create/conventions/naming.js";
import type { Known } from "../../generate/create/known.js";
import { firstUnder } from "../../generate/create/modular/first-under.js";
import { readTestStyle } from "../../generate/create/test/test-style.js";
import { describeModel } from "../../generate/operation/describe-model.js";
import { testName } from "../../generate/operation/test-existing.js";
import { aboutModel } from "../../plan/operation/about-model.js";
import type { BackendFile } from "../../source/backend.js";
import type { Operation } from "../../spec/interface/interface-spec.js";

/** Where a new test goes, what it is called, and the test that its file is written like. */
export interface TestPlace {
  readonly path: string;
  readonly name: string;
  readonly neighbour: BackendFile;
}

const TESTS = "test/features/api/";

/** Null where the backend has no tests to follow, or nothing says what the operation is about. */
export function testPlace(operation: Operation, known: Known): TestPlace | null {
  const model = aboutModel(operation, known);
  if (model === null) return null;
  const style = readTestStyle(describeModel(model, known), known, readNaming(known).prefix);
  if (style === null) return null;
  const neighbour = firstUnder(known, `${style.folder}/`) ?? firstUnder(known, TESTS);
  if (neighbour === null) return null;
  const name = testName(style.subject, operation, known);
  return { path: `${style.folder}/${name}.ts`, name, neighbour };
}
