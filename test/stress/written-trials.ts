import type { Behaviour } from "../../src/phases/design.js";
import type { PhasePorts } from "../../src/phases/phase-ports.js";
import { writeOperations } from "../../src/phases/realize/write-operations.js";
import { writeTests } from "../../src/phases/test/write-tests.js";
import type { Backend } from "../../src/source/backend.js";
import { CLEAR, CLOSE, COUNTED, COUNTED_BEHAVIOUR } from "../phases/realize/right-bodies.js";
import { stubBackend } from "../phases/realize/stub-backend.js";
import { STUB_BEHAVIOURS, STUB_LINES } from "../phases/realize/stubs.js";
import { answeredPorts } from "../phases/support/answered.js";
import { CLEAR_TEST, CLOSE_TEST } from "../phases/test/right-tests.js";
import { remembered } from "./remembered.js";
import type { Trial } from "./stressed-functions.js";

type Compile = PhasePorts["compile"];

/** Unless there is a compiler, what only it would find is accepted in silence. */
const NOT_COMPILED: Compile = () => Promise.resolve([]);

const FIXTURES = ["bbs", "todo"] as const;
const WHOLE = { bbs: CLOSE, todo: CLEAR };
const TESTS = { bbs: CLOSE_TEST, todo: CLEAR_TEST };

/** Code of operations that are not written yet, and of one that does something more than before. */
export async function realizeTrials(compile = NOT_COMPILED): Promise<readonly Trial[]> {
  const bases = await stubs();
  const whole = FIXTURES.map((name) =>
    trialOf(writeOperations, bases[name], STUB_BEHAVIOURS[name], WHOLE[name], compile),
  );
  const counted = trialOf(writeOperations, bases.bbs, COUNTED_BEHAVIOUR, COUNTED, compile);
  return await Promise.all([...whole, counted]);
}

/** Tests of operations that are new. */
export async function testTrials(compile = NOT_COMPILED): Promise<readonly Trial[]> {
  const bases = await stubs();
  return await Promise.all(
    FIXTURES.map((name) => trialOf(writeTests, bases[name], STUB_BEHAVIOURS[name], TESTS[name], compile)),
  );
}

async function stubs() {
  return {
    bbs: await stubBackend("bbs", STUB_LINES.bbs),
    todo: await stubBackend("todo", STUB_LINES.todo),
  };
}

/** The step that a phase asks for a behaviour. */
async function trialOf(
  phase: typeof writeOperations,
  base: Backend,
  behaviour: Behaviour,
  right: unknown,
  compile: Compile,
): Promise<Trial> {
  const answers = { write_operation: right, change_operation: right, write_test: right };
  const ports = answeredPorts(answers);
  await phase(base, [behaviour], { ...ports, compile });
  const [step] = ports.steps;
  if (step === undefined) throw new Error(`Nobody asked for ${behaviour.operation}`);
  return { step: remembered(step), right };
}
