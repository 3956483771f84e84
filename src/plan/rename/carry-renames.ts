import type { Change } from "../../change/change.js";
import { printChange } from "../../change/forms.js";
import { type MoreNames, NO_MORE, renameInCode } from "../../generate/rename/rename-in-code.js";
import type { Backend } from "../../source/backend.js";
import type { Edit } from "../../source/edit.js";
import { oldNames, type Renames } from "../../spec/renames.js";
import type { Spec } from "../../spec/spec.js";
import { EMPTY_PLAN, type Reason } from "../plan.js";
import type { Planned } from "../planned.js";
import { staleDocuments } from "../stale-documents.js";
import { editStep, inLayerOrder } from "../steps-of.js";
import { unclearRefusal } from "./unclear-refusal.js";

/** The plan that carries new names through schema and code; `why` says it of a schema file. */
export function carryRenames(
  backend: Backend,
  change: Change,
  spec: Spec,
  renames: Renames,
  schema: readonly Edit[],
  why: (path: string) => readonly Reason[],
  more: MoreNames = NO_MORE,
): Planned {
  const code = renameInCode(backend, spec.database, spec.api, renames, more);
  const [unclear] = code.unclear;
  if (unclear !== undefined) return unclearRefusal(unclear);
  const removed = oldNames(renames);
  const steps = [
    ...schema.map(({ path }) => editStep(path, why(path))),
    ...code.edits.map(({ path }) => {
      const reasons = [...(code.reasons.get(path) ?? [])];
      return editStep(
        path,
        reasons.map(([cause, how]) => ({ cause, how })),
      );
    }),
  ];
  return {
    kind: "plan",
    plan: {
      ...EMPTY_PLAN,
      change: printChange(change),
      removed,
      renames,
      steps: inLayerOrder(steps),
      notices: staleDocuments(backend, removed),
    },
    edits: () => [...schema, ...code.edits],
  };
}
