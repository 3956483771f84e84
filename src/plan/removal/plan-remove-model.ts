import type { Answers } from "../../change/answer.js";
import type { RemoveModel } from "../../change/kinds/remove-model.js";
import type { Backend } from "../../source/backend.js";
import { readSpec } from "../../spec/spec.js";
import { nearestModels } from "../field/find-field.js";
import type { Planned } from "../planned.js";
import { planFamily } from "./plan-removal.js";

/** Plans taking a model out by its exact name: no other word means it, so nobody is asked which one. */
export function planRemoveModel(backend: Backend, change: RemoveModel, answers: Answers): Planned {
  const before = readSpec(backend);
  const model = before.database.models.get(change.name);
  if (model !== undefined) return planFamily(backend, change, answers, before, [model.name]);
  return {
    kind: "nothing-to-do",
    reason: `There is no model "${change.name}".`,
    nearest: nearestModels(change.name, before.database),
  };
}
