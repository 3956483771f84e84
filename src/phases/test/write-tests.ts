import { posix } from "node:path";
import { applyEdits } from "../../source/apply-edits.js";
import type { Backend } from "../../source/backend.js";
import { compileFindings } from "../compile-findings.js";
import { asksOthers } from "../../spec/outside/asks-others.js";
import { leadsOutside } from "../../spec/outside/leads-outside.js";
import type { Behaviour } from "../design.js";
import { outsideFindings } from "../outside-findings.js";
import type { PhasePorts } from "../phase-ports.js";
import type { Phased } from "../phased.js";
import { findTarget, type Target } from "../realize/target.js";
import type { Written } from "../written.js";
import { writeEach, type Writer } from "../write-each.js";
import { writtenStep } from "../written-step.js";
import type { TestAnswer } from "./test-answer.js";
import { type TestPlace, testPlace } from "./test-place.js";
import { testStep } from "./test-step.js";
import { testHelpers } from "./test-surroundings.js";
import { writeTest } from "./write-test.js";

/** Writes tests for behaviours that operations have now, and for what must not have changed. */
export async function writeTests(
  backend: Backend,
  behaviours: readonly Behaviour[],
  ports: PhasePorts,
): Promise<Phased<readonly Written[]>> {
  const writer: Writer = {
    doing: "testing",
    write: async (head, behaviour) => {
      const target = findTarget(head, behaviour);
      const place = testPlace(target.operation, { backend: head, ...target.spec });
      if (place !== null) return await writeOne(target, place, ports);
      ports.say(`there are no tests that one of ${behaviour.operation} could follow`);
      return { ok: true, value: null };
    },
    rewrite: (head, written, complaints) => rewriteTest(head, written, complaints, ports),
  };
  return await writeEach(backend, behaviours, writer, ports);
}

/** Writes a test again that something is wrong with. */
export async function rewriteTest(
  head: Backend,
  { behaviour, edit: { path } }: Pick<Written, "behaviour" | "edit">,
  complaints: readonly string[],
  ports: PhasePorts,
): Promise<Phased<Written>> {
  const neighbour = head.files.get(path);
  if (neighbour === undefined) throw new Error(`There is no test ${path}`);
  const place = { path, name: posix.basename(path, ".ts"), neighbour };
  return await writeOne(findTarget(head, behaviour, complaints), place, ports);
}

async function writeOne(target: Target, place: TestPlace, ports: PhasePorts): Promise<Phased<Written>> {
  const { backend, behaviour } = target;
  const before = backend.files.get(place.path)?.text ?? null;
  const write = (answer: TestAnswer) => {
    const into = writeTest(target, place, answer);
    return { into, edit: { path: into.path, before, after: into.text } };
  };
  const connecting = testHelpers(backend).flatMap(({ name, connects }) => (connects ? [name] : []));
  const step = testStep(target, place, async (answer) => {
    const { into, edit } = write(answer);
    const wrong = compileFindings(await ports.compile(applyEdits(backend, [edit]), [into.path]), into);
    return wrong.length > 0
      ? wrong
      : outsideFindings(into, before, (source) => [
          ...leadsOutside(source),
          ...asksOthers(source, connecting),
        ]);
  });
  const called = await ports.ask(step);
  if (!called.ok) return { ok: false, why: called.why, record: called.record };
  const { edit } = write(called.value);
  return {
    ok: true,
    value: { behaviour, step: writtenStep(edit.path, "create", behaviour), edit, notices: [] },
  };
}
