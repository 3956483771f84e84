import { printChange } from "../../change/forms.js";
import type { ChangeBehaviour } from "../../change/kinds/change-behaviour.js";
import type { Backend } from "../../source/backend.js";
import { readSpec } from "../../spec/spec.js";
import { EMPTY_PLAN } from "../plan.js";
import type { Planned } from "../planned.js";
import { editStep } from "../steps-of.js";
import { findOperation } from "./find-operation.js";

/** Plans which file a model has to write in, so that an operation does something else. No edit is derived. */
export function planChangeBehaviour(backend: Backend, change: ChangeBehaviour): Planned {
  const found = findOperation(change.method, change.path, readSpec(backend).api);
  if (!found.ok) return found.ending;
  const { key, provider, controller } = found.value;
  if (provider === null)
    return {
      kind: "refused",
      reason: `${controller.path} does the work of ${key} itself.`,
      remedy: "Change that file by hand, or let it call a function of src/providers.",
    };
  return {
    kind: "plan",
    plan: {
      ...EMPTY_PLAN,
      change: printChange(change),
      steps: [{ ...editStep(provider.path, [{ cause: key, how: "is carried out by" }]), way: "model" }],
    },
    edits: () => [],
  };
}
