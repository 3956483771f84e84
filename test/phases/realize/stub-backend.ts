import { planChange } from "../../../src/plan/plan-change.js";
import { applyEdits } from "../../../src/source/apply-edits.js";
import type { Backend } from "../../../src/source/backend.js";
import { fixtureBackend, type FixtureName } from "../../support/fixture-backend.js";
import { changeOf } from "../../support/change-of.js";

/** A fixture with one operation more, whose code says that it is not written yet. */
export async function stubBackend(name: FixtureName, line: string): Promise<Backend> {
  const backend = fixtureBackend(name);
  const planned = await planChange(backend, changeOf(line), new Map());
  if (planned.kind !== "plan") throw new Error(`${line}: ${planned.kind}`);
  return applyEdits(backend, planned.edits());
}
