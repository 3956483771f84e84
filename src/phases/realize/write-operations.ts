import type { Edit } from "../../source/edit.js";
import { applyEdits } from "../../source/apply-edits.js";
import type { Backend } from "../../source/backend.js";
import type { Notice } from "../../generate/notice.js";
import type { Called } from "../../model/loop/call-function.js";
import { compileFindings } from "../compile-findings.js";
import type { Behaviour } from "../design.js";
import { outsideFindings } from "../outside-findings.js";
import type { PhasePorts } from "../phase-ports.js";
import type { Phased } from "../phased.js";
import type { Written } from "../written.js";
import { type Answered, answeredBy, changedBy, writtenInto } from "./answered.js";
import { changeStep, type CheckAnswer, wholeStep } from "./operation-step.js";
import { findTarget, type Target } from "./target.js";
import { writeEach, type Writer } from "../write-each.js";
import { writtenStep } from "../written-step.js";

/** Writes what each behaviour asks of its operation. `backend` is as the derived edits left it; stubs answer 501 there. */
export async function writeOperations(
  backend: Backend,
  behaviours: readonly Behaviour[],
  ports: PhasePorts,
): Promise<Phased<readonly Written[]>> {
  const writer: Writer = {
    doing: "writing",
    write: (head, behaviour) => writeOperation(findTarget(head, behaviour), ports),
    rewrite: (head, written, complaints) => rewriteOperation(head, written, complaints, ports),
  };
  return await writeEach(backend, behaviours, writer, ports);
}

/** Writes an operation again that something is wrong with. */
export async function rewriteOperation(
  head: Backend,
  { behaviour }: Pick<Written, "behaviour">,
  complaints: readonly string[],
  ports: PhasePorts,
): Promise<Phased<Written>> {
  return await writeOperation(findTarget(head, behaviour, complaints), ports);
}

async function writeOperation(target: Target, ports: PhasePorts): Promise<Phased<Written>> {
  const called = await ask(target, ports);
  if (!called.ok) return { ok: false, why: called.why, record: called.record };
  return { ok: true, value: writtenOf(target, called.value) };
}

/** One call: the whole body of a stub, or what changes of a body that is there. */
async function ask(target: Target, ports: PhasePorts): Promise<Called<Answered>> {
  const check: CheckAnswer = async (answered) => {
    const into = writtenInto(target, answered);
    const head = applyEdits(target.backend, [editOf(target, into.text)]);
    const wrong = compileFindings(await ports.compile(head, [target.path]), into);
    return wrong.length > 0 ? wrong : outsideFindings(into, target.text);
  };
  const { body, isStub } = target;
  if (isStub || body === null) {
    const called = await ports.ask(wholeStep(target, check));
    return called.ok ? { ...called, value: answeredBy(called.value, called.value.statements) } : called;
  }
  const called = await ports.ask(changeStep(target, body, check));
  if (!called.ok) return called;
  return { ...called, value: changedBy(called.value, body.statements) };
}

function writtenOf(target: Target, answered: Answered): Written {
  const { behaviour, path, operation, body, isStub } = target;
  const notices: readonly Notice[] =
    isStub || body !== null
      ? []
      : [
          {
            kind: "repository",
            path,
            line: null,
            text: `The code of ${operation.key} could not be read as statements, so it was replaced as a whole`,
          },
        ];
  return {
    behaviour,
    step: writtenStep(path, "edit", behaviour),
    edit: editOf(target, writtenInto(target, answered).text),
    notices,
  };
}

function editOf({ path, text }: Target, after: string): Edit {
  return { path, before: text, after };
}
