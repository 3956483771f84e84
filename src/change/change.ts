import type { AddDto } from "./kinds/add-dto.js";
import type { AddField } from "./kinds/add-field.js";
import type { AddIndex } from "./kinds/add-index.js";
import type { AddMany } from "./kinds/add-many.js";
import type { AddModel } from "./kinds/add-model.js";
import type { AddOperation } from "./kinds/add-operation.js";
import type { AddProperty } from "./kinds/add-property.js";
import type { AddRelation } from "./kinds/add-relation.js";
import type { ChangeConstraint } from "./kinds/change-constraint.js";
import type { AddSection } from "./kinds/add-section.js";
import type { ChangeSection } from "./kinds/change-section.js";
import type { RemoveSection } from "./kinds/remove-section.js";
import type { AddStub } from "./kinds/add-stub.js";
import type { AddTransition } from "./kinds/add-transition.js";
import type { ChangeAccess } from "./kinds/change-access.js";
import type { ChangeDefault } from "./kinds/change-default.js";
import type { ChangeDelete } from "./kinds/change-delete.js";
import type { ChangePresence } from "./kinds/change-presence.js";
import type { ChangeBehaviour } from "./kinds/change-behaviour.js";
import type { ChangeResponse } from "./kinds/change-response.js";
import type { ChangeType } from "./kinds/change-type.js";
import type { ExposeField } from "./kinds/expose-field.js";
import type { HideProperty } from "./kinds/hide-property.js";
import type { MoveOperation } from "./kinds/move-operation.js";
import type { RemoveActor } from "./kinds/remove-actor.js";
import type { RemoveFeature } from "./kinds/remove-feature.js";
import type { RemoveField } from "./kinds/remove-field.js";
import type { RemoveIndex } from "./kinds/remove-index.js";
import type { RemoveModel } from "./kinds/remove-model.js";
import type { RenameFeature } from "./kinds/rename-feature.js";
import type { RemoveRelation } from "./kinds/remove-relation.js";
import type { RenameField } from "./kinds/rename-field.js";
import type { RenameModel } from "./kinds/rename-model.js";
import type { RemoveOperation } from "./kinds/remove-operation.js";
import type { RenameProperty } from "./kinds/rename-property.js";
import type { AddActor } from "./kinds/add-actor.js";
import type { RenameActor } from "./kinds/rename-actor.js";
import type { SplitActor } from "./kinds/split-actor.js";

/** The change language: a closed union, one kind per file of `kinds/`. */
export type Change =
  | AddDto
  | AddField
  | AddIndex
  | AddMany
  | AddModel
  | AddOperation
  | AddProperty
  | AddRelation
  | ChangeConstraint
  | AddStub
  | AddTransition
  | ChangeAccess
  | ChangeDefault
  | ChangeDelete
  | ChangePresence
  | ChangeBehaviour
  | ChangeResponse
  | ChangeType
  | AddSection
  | ChangeSection
  | ExposeField
  | HideProperty
  | MoveOperation
  | RemoveField
  | RemoveIndex
  | RemoveModel
  | RemoveRelation
  | RemoveSection
  | RenameField
  | RenameModel
  | RemoveOperation
  | RenameProperty
  | AddActor
  | RemoveActor
  | RenameActor
  | SplitActor
  | RemoveFeature
  | RenameFeature;

/** One kind of change by its name. */
export type ChangeOf<K extends Change["kind"]> = Extract<Change, { readonly kind: K }>;
