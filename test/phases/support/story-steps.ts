import type { ModelStep } from "../../../src/model/loop/model-step.js";
import type { Finding } from "../../../src/model/loop/finding.js";
import { readValue } from "../../../src/model/loop/read-answer.js";
import { parsePath } from "../../../src/model/schema/path.js";
import { withValueAt } from "../../../src/model/schema/value-at.js";
import { designChanges } from "../../../src/phases/design-changes.js";
import type { Understanding } from "../../../src/phases/understand/understanding.js";
import { fixtureBackend } from "../../support/fixture-backend.js";
import { answeredPorts } from "./answered.js";
import { ANALYSIS, DATABASE, INTERFACE, TEXT, UNDERSTANDING } from "./notification-story.js";

/** The right answers of the notification story. */
export const ANSWERS = { analyze: ANALYSIS, database: DATABASE, interface: INTERFACE };

/** The steps of the notification story as a run asks them, each on what the right answers before it leave. */
export async function storySteps(
  understanding: Understanding = UNDERSTANDING,
  answers: Partial<typeof ANSWERS> = {},
): Promise<readonly ModelStep<unknown>[]> {
  const ports = answeredPorts({ ...ANSWERS, ...answers });
  await designChanges(understanding, TEXT, fixtureBackend("bbs"), ports);
  return ports.steps;
}

export function rightAnswer(step: ModelStep<unknown>): unknown {
  return ANSWERS[step.function.name as keyof typeof ANSWERS];
}

/** What is wrong with the right answer to a step once something else stands at a place of it. */
export async function findingsWith(
  step: ModelStep<unknown> | undefined,
  path: string,
  put: unknown,
): Promise<readonly Finding[]> {
  if (step === undefined) throw new Error("The story has no such step");
  const right = rightAnswer(step);
  const reading = await readValue(withValueAt(right, parsePath(path), put), step);
  return reading.ok ? [] : reading.findings;
}

/** The definitions in the schema of a step. */
export function definitionsOf(step: ModelStep<unknown> | undefined): Readonly<Record<string, unknown>> {
  return step?.function.parameters.$defs ?? {};
}
