import type { Answers } from "../change/answer.js";
import type { Change } from "../change/change.js";
import type { Backend } from "../source/backend.js";
import { planAddField } from "./field/plan-add-field.js";
import { planPresence } from "./field/plan-presence.js";
import { planType } from "./field/plan-type.js";
import { planRemoveField } from "./field/plan-remove-field.js";
import { planRenameField } from "./field/plan-rename-field.js";
import { planAddModel } from "./model/plan-add-model.js";
import { planRenameFeature } from "./rename/feature/plan-rename-feature.js";
import { planRenameModel } from "./rename/plan-rename-model.js";
import { planAddMany } from "./relation/plan-add-many.js";
import { planAddRelation } from "./relation/plan-add-relation.js";
import { planRemoveRelation } from "./relation/plan-remove-relation.js";
import { planDelete } from "./schema/plan-delete.js";
import { planAddDto } from "./property/plan-add-dto.js";
import { planAddProperty } from "./property/plan-add-property.js";
import { planConstraint } from "./property/plan-constraint.js";
import { planExposeField } from "./property/plan-expose-field.js";
import { planHideProperty } from "./property/plan-hide-property.js";
import { planRenameProperty } from "./property/plan-rename-property.js";
import { planRemoveOperation } from "./removal/plan-remove-operation.js";
import { planAddOperation } from "./operation/plan-add-operation.js";
import { planAddStub } from "./operation/plan-add-stub.js";
import { planAddTransition } from "./operation/plan-add-transition.js";
import { planChangeAccess } from "./operation/plan-change-access.js";
import { planChangeBehaviour } from "./operation/plan-change-behaviour.js";
import { planChangeResponse } from "./operation/plan-change-response.js";
import { planMoveOperation } from "./operation/plan-move-operation.js";
import { planAddActor } from "./actor/plan-add-actor.js";
import { planRemoveActor } from "./actor/plan-remove-actor.js";
import { planRenameActor } from "./actor/plan-rename-actor.js";
import { planSplitActor } from "./actor/plan-split-actor.js";
import { planDefault } from "./schema/plan-default.js";
import { planAddIndex, planRemoveIndex } from "./schema/plan-index.js";
import { planRemoveModel } from "./removal/plan-remove-model.js";
import { planRemoval } from "./removal/plan-removal.js";
import { planAddSection, planChangeSection, planRemoveSection } from "./requirement/plan-section.js";
import type { Planned } from "./planned.js";

/** Says what a change comes to in a backend, and what has to be asked first. Pure. */
export function planChange(backend: Backend, change: Change, answers: Answers): Planned {
  switch (change.kind) {
    case "remove-feature":
      return planRemoval(backend, change, answers);
    case "remove-field":
      return planRemoveField(backend, change, answers);
    case "add-field":
      return planAddField(backend, change);
    case "add-model":
      return planAddModel(backend, change);
    case "add-many":
      return planAddMany(backend, change);
    case "add-relation":
      return planAddRelation(backend, change);
    case "add-dto":
      return planAddDto(backend, change);
    case "add-property":
      return planAddProperty(backend, change);
    case "add-operation":
      return planAddOperation(backend, change);
    case "add-stub":
      return planAddStub(backend, change);
    case "add-transition":
      return planAddTransition(backend, change);
    case "change-access":
      return planChangeAccess(backend, change);
    case "change-behaviour":
      return planChangeBehaviour(backend, change);
    case "change-response":
      return planChangeResponse(backend, change);
    case "move-operation":
      return planMoveOperation(backend, change);
    case "remove-relation":
      return planRemoveRelation(backend, change, answers);
    case "change-delete":
      return planDelete(backend, change);
    case "add-index":
      return planAddIndex(backend, change);
    case "remove-index":
      return planRemoveIndex(backend, change);
    case "change-presence":
      return planPresence(backend, change);
    case "change-type":
      return planType(backend, change);
    case "change-constraint":
      return planConstraint(backend, change);
    case "change-default":
      return planDefault(backend, change);
    case "remove-model":
      return planRemoveModel(backend, change, answers);
    case "rename-field":
      return planRenameField(backend, change);
    case "rename-feature":
      return planRenameFeature(backend, change);
    case "rename-model":
      return planRenameModel(backend, change);
    case "rename-property":
      return planRenameProperty(backend, change);
    case "hide-property":
      return planHideProperty(backend, change, answers);
    case "expose-field":
      return planExposeField(backend, change);
    case "add-section":
      return planAddSection(backend, change);
    case "change-section":
      return planChangeSection(backend, change);
    case "remove-section":
      return planRemoveSection(backend, change);
    case "add-actor":
      return planAddActor(backend, change);
    case "remove-actor":
      return planRemoveActor(backend, change, answers);
    case "rename-actor":
      return planRenameActor(backend, change);
    case "split-actor":
      return planSplitActor(backend, change);
    case "remove-operation":
      return planRemoveOperation(backend, change, answers);
  }
}
