import { ts } from "ts-morph";
import type { ChangeResponse } from "../../change/kinds/change-response.js";
import { printChange } from "../../change/forms.js";
import type { Deadness } from "../../generate/dead-code/deadness.js";
import { dtoDeclarations } from "../../generate/names/find-declaration.js";
import type { AnswerNames } from "../../generate/operation/response/answer-names.js";
import { lostReads, staleTypes } from "../../generate/operation/response/answer-in-tests.js";
import { callersOf, callOf } from "../../generate/operation/response/callers-of.js";
import { removeFromCode } from "../../generate/remove-from-code.js";
import type { TypedProgram } from "../../graph/types/typed-program.js";
import { applyEdits } from "../../source/apply-edits.js";
import type { Backend } from "../../source/backend.js";
import { composeEdits } from "../../source/compose-edits.js";
import type { Edit } from "../../source/edit.js";
import { lineOf } from "../../source/node-span.js";
import { spliceFiles } from "../../source/splice-files.js";
import type { Dto, Operation } from "../../spec/interface/interface-spec.js";
import { NO_NAMES } from "../../spec/names.js";
import { readSpec } from "../../spec/spec.js";
import { EMPTY_PLAN } from "../plan.js";
import type { Planned } from "../planned.js";
import { editStep, inLayerOrder, stepsOf } from "../steps-of.js";

const NOTHING: Planned = { kind: "nothing-to-do", reason: "", nearest: [] };

/** What callers say an answer to be, until nobody says anything else: helpers hand it on to tests. */
export function planCallersTypes(
  backend: Backend,
  change: ChangeResponse,
  operation: Operation,
  names: AnswerNames,
): Planned {
  const { database } = readSpec(backend);
  const rounds: (readonly Edit[])[] = [];
  let now = backend;
  for (let again = true; again;) {
    const { program, paths } = callersOf(operation, now, database);
    const splices = paths.flatMap((path) => {
      const source = program.file(path);
      const own = source === undefined ? [] : staleTypes(source, program, names, callOf(operation));
      const once = new Map(own.map((each) => [each.start, each]));
      return [...once.values()].map((each) => ({ ...each, path }));
    });
    const edits = spliceFiles(now, splices);
    again = edits.length > 0;
    if (again) rounds.push(edits);
    now = applyEdits(now, edits);
  }
  const edits = composeEdits(rounds);
  if (edits.length === 0) return NOTHING;
  return {
    kind: "plan",
    plan: {
      ...EMPTY_PLAN,
      change: printChange(change),
      steps: inLayerOrder(
        edits.map(({ path }) => editStep(path, [{ cause: operation.key, how: "takes the answer of" }])),
      ),
    },
    edits: () => edits,
  };
}

/** What callers read of an answer that it has no longer goes with what was checked by it. */
export function planLostReads(
  backend: Backend,
  change: ChangeResponse,
  operation: Operation,
  names: AnswerNames,
): Planned {
  const spec = readSpec(backend);
  const { dtos } = spec.api;
  const [from, to] = [dtos.get(names.row.from), dtos.get(names.row.to)];
  if (from === undefined || to === undefined) return NOTHING;
  const kept = new Set(to.properties.map(({ name }) => name));
  const gone = new Set(from.properties.map(({ name }) => name).filter((name) => !kept.has(name)));
  const { program, paths } = callersOf(operation, backend, spec.database);
  const answers = shapesOf([to, dtos.get(names.to)], program);
  for (const path of paths) {
    const source = program.file(path);
    const lost = source === undefined ? null : lostReads(source, program, answers, gone);
    const stuck = lost?.unfit[0] ?? (path.startsWith("test/") ? undefined : lost?.reads[0]);
    if (stuck !== undefined)
      return {
        kind: "refused",
        reason: `${path}:${lineOf(stuck)} needs all that ${operation.key} answers: ${stuck.parent.getText().replace(/\s+/g, " ").slice(0, 120)}`,
        remedy: "Let it read the row by another operation first.",
      };
  }
  const cause = { cause: operation.key, how: "reads what is not answered by" };
  const seedReads = (state: Deadness): void => {
    const shapes = shapesOf([to, dtos.get(names.to)], state.program);
    for (const path of paths) {
      const source = state.view.file(path);
      if (source === undefined) continue;
      for (const read of lostReads(source, state.program, shapes, gone).reads)
        if (ts.isBindingElement(read)) state.declare(read, cause);
        else state.absentify(read, cause);
    }
  };
  const code = removeFromCode(backend, spec.database, spec.api, NO_NAMES, [], new Map(), null, seedReads);
  const [asked] = code.questions.flatMap(({ places }) => places);
  if (asked !== undefined)
    return {
      kind: "refused",
      reason: `${asked.path}:${asked.line} needs what ${operation.key} answers no longer: ${asked.snippet}`,
      remedy: "Let it read the row by another operation first.",
    };
  const edits = code.edits();
  if (edits.length === 0) return NOTHING;
  return {
    kind: "plan",
    plan: {
      ...EMPTY_PLAN,
      change: printChange(change),
      steps: stepsOf(code, [], new Map(), spec),
      notices: code.notices,
    },
    edits: () => edits,
  };
}

/** The object types of DTOs. */
function shapesOf(dtos: readonly (Dto | undefined)[], program: TypedProgram): readonly ts.Node[] {
  return dtos.flatMap((dto): readonly ts.Node[] => {
    const source = dto === undefined ? undefined : program.file(dto.path);
    const found = dto === undefined || source === undefined ? [] : dtoDeclarations(source, dto.name);
    return found.map((each) => (ts.isTypeAliasDeclaration(each) ? each.type : each));
  });
}
