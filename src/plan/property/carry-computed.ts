import { printChange } from "../../change/forms.js";
import type { AddProperty } from "../../change/kinds/add-property.js";
import { addToDtos } from "../../generate/add/add-to-dtos.js";
import type { ComputedField } from "../../generate/computed/computed.js";
import { computeInCode } from "../../generate/computed/computed-in-code.js";
import { computedInTests } from "../../generate/computed/computed-in-tests.js";
import type { Known } from "../../generate/create/known.js";
import type { Notice } from "../../generate/notice.js";
import { NO_NAMES } from "../../spec/names.js";
import { EMPTY_PLAN, type Reason } from "../plan.js";
import type { Planned } from "../planned.js";
import { staleDocuments } from "../stale-documents.js";
import { editStep, inLayerOrder } from "../steps-of.js";

/** The plan that carries a computed property from DTOs to the code that reads its rows, and to tests. */
export function carryComputed(change: AddProperty, field: ComputedField, known: Known): Planned {
  const { backend } = known;
  const code = computeInCode(field, known);
  const [unclear] = code.unclear;
  if (unclear !== undefined)
    return {
      kind: "refused",
      reason: `${unclear.path}:${unclear.line} cannot be followed by rule: ${unclear.why}.`,
      remedy: "Say which DTOs show the property (… in read), or change that place by hand first.",
    };
  const tests = computedInTests(field, known);
  const { carriers, model } = field;
  const properties = carriers.map(({ dto, property }) => `${dto.name}.${property}`);
  const edits = [...addToDtos(backend, known, [field]), ...code.edits, ...tests];
  const reasons = (path: string): readonly Reason[] => {
    const declared = carriers.filter(({ dto }) => dto.path === path);
    if (declared.length > 0)
      return declared.map(({ dto, property }) => ({ cause: `${dto.name}.${property}`, how: "declares" }));
    const cause = `${model.name}.${field.computed.relation.name}`;
    return [{ cause, how: code.reasons.get(path) ?? "checks" }];
  };
  const untested: readonly Notice[] =
    tests.length > 0
      ? []
      : [
          {
            kind: "repository",
            path: carriers[0]?.dto.path ?? "",
            line: null,
            text: `No test makes rows by which ${change.name} could be checked`,
          },
        ];
  return {
    kind: "plan",
    plan: {
      ...EMPTY_PLAN,
      change: printChange(change),
      added: { ...NO_NAMES, properties },
      steps: inLayerOrder(edits.map(({ path }) => editStep(path, reasons(path)))),
      notices: [
        ...untested,
        ...staleDocuments(backend, { ...NO_NAMES, dtos: carriers.map(({ dto }) => dto.name) }),
      ],
    },
    edits: () => edits,
  };
}
