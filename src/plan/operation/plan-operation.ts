import type { Change } from "../../change/change.js";
import { printChange } from "../../change/forms.js";
import { readCodeStyle } from "../../generate/create/code/code-style.js";
import { readNaming } from "../../generate/create/conventions/naming.js";
import type { Creation, Existing } from "../../generate/create/create-context.js";
import { readDtoStyle } from "../../generate/create/dto/dto-style.js";
import type { Known } from "../../generate/create/known.js";
import type { NewModel, NewOperation } from "../../generate/create/new-model.js";
import { readSchemaStyle } from "../../generate/create/schema/schema-style.js";
import { printExistingTest } from "../../generate/operation/test-existing.js";
import type { Notice } from "../../generate/notice.js";
import type { Edit } from "../../source/edit.js";
import { NO_NAMES, type Names } from "../../spec/names.js";
import { EMPTY_PLAN, type Step } from "../plan.js";
import type { Planned } from "../planned.js";
import { staleDocuments } from "../stale-documents.js";
import { createStep, editStep, inLayerOrder } from "../steps-of.js";

/** What artefacts of a model that is there are printed from. */
export function creationOf(model: NewModel, existing: Existing, known: Known): Creation {
  const code = readCodeStyle(known);
  const { prefix } = readNaming(known);
  const dto = readDtoStyle(known, prefix);
  return { model, known, code, dto, schema: readSchemaStyle(known), views: [], existing };
}

/** The plan of one more operation: what serves it, its test, and the documents that do not know it yet. */
export function planOperation(
  change: Change,
  creation: Creation,
  operation: NewOperation,
  served: readonly Edit[],
  more: { readonly added?: Partial<Names>; readonly notices?: readonly Notice[] } = {},
): Planned {
  const { known, model } = creation;
  const { files, lacking } = printExistingTest(creation, operation);
  const tests = files.map(([path, text]): Edit => ({ path, before: null, after: text }));
  const edits = [...served, ...tests];
  const untested: readonly Notice[] =
    lacking === null
      ? []
      : [
          {
            kind: "repository",
            path: operation.provider.path,
            line: null,
            text: `${operation.key} has no test: ${lacking}`,
          },
        ];
  return {
    kind: "plan",
    plan: {
      ...EMPTY_PLAN,
      change: printChange(change),
      added: { ...NO_NAMES, ...more.added, operations: [operation.key] },
      steps: inLayerOrder(edits.map((edit) => stepOf(edit, operation))),
      notices: [
        ...untested,
        ...(more.notices ?? []),
        ...staleDocuments(
          known.backend,
          { ...NO_NAMES, models: [model.table], operations: [...known.api.operations.keys()] },
          `It does not show ${operation.key}`,
        ),
      ],
    },
    edits: () => edits,
  };
}

function stepOf({ path, before }: Edit, { key, provider, controller }: NewOperation): Step {
  const how = path === provider.path ? "does" : path === controller.path ? "serves" : "";
  if (before === null) return createStep(path, [{ cause: key, how: how === "" ? "is made for" : how }]);
  return editStep(path, [{ cause: key, how: how === "" ? "leads to" : how }]);
}
