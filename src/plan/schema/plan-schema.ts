import type { Change } from "../../change/change.js";
import { printChange } from "../../change/forms.js";
import type { Backend } from "../../source/backend.js";
import { applySplices, type Splice } from "../../source/edit.js";
import type { Model } from "../../spec/database/database-spec.js";
import { NO_NAMES } from "../../spec/names.js";
import { EMPTY_PLAN } from "../plan.js";
import type { Planned } from "../planned.js";
import { staleDocuments } from "../stale-documents.js";
import { editStep } from "../steps-of.js";

/** A plan that alters nothing but how one model's table is made; callers see no difference. */
export function planSchema(
  backend: Backend,
  change: Change,
  model: Model,
  fields: readonly string[],
  splice: Splice,
  how: string,
): Planned {
  const before = backend.files.get(model.path)?.text ?? "";
  const names = fields.map((field) => `${model.name}.${field}`);
  return {
    kind: "plan",
    plan: {
      ...EMPTY_PLAN,
      change: printChange(change),
      steps: [
        editStep(
          model.path,
          names.map((cause) => ({ cause, how })),
        ),
      ],
      notices: staleDocuments(backend, { ...NO_NAMES, models: [model.name] }),
    },
    edits: () => [{ path: model.path, before, after: applySplices(before, [splice]) }],
  };
}
