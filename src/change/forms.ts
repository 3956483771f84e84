import type { Change, ChangeOf } from "./change.js";
import type { ChangeVerb, Form } from "./form.js";
import { addDto } from "./kinds/add-dto.js";
import { addField } from "./kinds/add-field.js";
import { addIndex } from "./kinds/add-index.js";
import { addMany } from "./kinds/add-many.js";
import { addModel } from "./kinds/add-model.js";
import { addOperation } from "./kinds/add-operation.js";
import { addProperty } from "./kinds/add-property.js";
import { addRelation } from "./kinds/add-relation.js";
import { changeConstraint } from "./kinds/change-constraint.js";
import { addSection } from "./kinds/add-section.js";
import { changeSection } from "./kinds/change-section.js";
import { removeSection } from "./kinds/remove-section.js";
import { addStub } from "./kinds/add-stub.js";
import { addTransition } from "./kinds/add-transition.js";
import { changeAccess } from "./kinds/change-access.js";
import { changeDefault } from "./kinds/change-default.js";
import { changeDelete } from "./kinds/change-delete.js";
import { changePresence } from "./kinds/change-presence.js";
import { changeBehaviour } from "./kinds/change-behaviour.js";
import { changeResponse } from "./kinds/change-response.js";
import { changeType } from "./kinds/change-type.js";
import { exposeField } from "./kinds/expose-field.js";
import { hideProperty } from "./kinds/hide-property.js";
import { moveOperation } from "./kinds/move-operation.js";
import { removeActor } from "./kinds/remove-actor.js";
import { removeFeature } from "./kinds/remove-feature.js";
import { removeField } from "./kinds/remove-field.js";
import { removeIndex } from "./kinds/remove-index.js";
import { removeModel } from "./kinds/remove-model.js";
import { renameFeature } from "./kinds/rename-feature.js";
import { removeRelation } from "./kinds/remove-relation.js";
import { renameField } from "./kinds/rename-field.js";
import { renameModel } from "./kinds/rename-model.js";
import { removeOperation } from "./kinds/remove-operation.js";
import { renameProperty } from "./kinds/rename-property.js";
import { addActor } from "./kinds/add-actor.js";
import { renameActor } from "./kinds/rename-actor.js";
import { splitActor } from "./kinds/split-actor.js";

/**
 * How each kind is written, in the order in which help lists them and a line is tried against them: a feature may
 * have any name, so removing one comes last. A kind without a form does not compile.
 */
export const FORMS: { readonly [K in Change["kind"]]: Form<ChangeOf<K>> } = {
  "add-dto": addDto,
  "add-field": addField,
  "add-index": addIndex,
  "add-many": addMany,
  "add-model": addModel,
  "add-operation": addOperation,
  "add-property": addProperty,
  "add-relation": addRelation,
  "change-constraint": changeConstraint,
  "add-stub": addStub,
  "add-transition": addTransition,
  "change-access": changeAccess,
  "change-default": changeDefault,
  "change-delete": changeDelete,
  "change-presence": changePresence,
  "change-behaviour": changeBehaviour,
  "change-response": changeResponse,
  "change-type": changeType,
  "add-section": addSection,
  "change-section": changeSection,
  "expose-field": exposeField,
  "hide-property": hideProperty,
  "move-operation": moveOperation,
  "remove-field": removeField,
  "remove-index": removeIndex,
  "remove-model": removeModel,
  "remove-relation": removeRelation,
  "remove-section": removeSection,
  "rename-field": renameField,
  "rename-model": renameModel,
  "remove-operation": removeOperation,
  "rename-property": renameProperty,
  "add-actor": addActor,
  "remove-actor": removeActor,
  "rename-actor": renameActor,
  "split-actor": splitActor,
  "remove-feature": removeFeature,
  "rename-feature": renameFeature,
};

export const KINDS: readonly Change["kind"][] = Object.keys(FORMS) as Change["kind"][];

export function isKind(word: unknown): word is Change["kind"] {
  return typeof word === "string" && Object.hasOwn(FORMS, word);
}

/** The change that the example of a kind asks for. */
export function exampleOf(kind: Change["kind"]): Change {
  const { verb, example } = FORMS[kind];
  const change = FORMS[kind].parse(example.slice(verb.length + 1));
  if (change === null) throw new Error(`The example of ${kind} is not of its form: ${example}`);
  return change;
}

/** How the changes that start with a verb are written. */
export function formsOf(verb: ChangeVerb): readonly Pick<Form<Change>, "usage" | "example">[] {
  return Object.values(FORMS).filter((form) => form.verb === verb);
}

/** The one-line form of a change, as a person writes it behind `/autobe`. Parsing it gives the change back. */
export function printChange(change: Change): string {
  const form = FORMS[change.kind] as Form<Change>;
  return form.print(change);
}

/** Reads what stands behind a verb; null where no form of that verb fits. */
export function parseChange(verb: ChangeVerb, rest: string): Change | null {
  for (const form of Object.values(FORMS)) {
    const change = form.verb === verb ? form.parse(rest) : null;
    if (change !== null) return change;
  }
  return null;
}
