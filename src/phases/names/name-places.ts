import type { Change } from "../../change/change.js";
import type { NameKind } from "./visible-names.js";

/** Members of a change, `[]` for the elements of a list, and what they name. */
export type PlacesOfKind = Readonly<Record<string, NameKind>>;

/**
 * Where each kind of change names what exists. A kind without a row does not compile. What may be new in the same
 * request, such as the target of a relation, stays free, and so do the words that features are called by.
 */
export const NAME_PLACES: Readonly<Record<Change["kind"], PlacesOfKind>> = {
  "add-actor": { like: "actor" },
  "add-dto": { "members[].type": "part" },
  "add-field": { "to.models[]": "model" },
  "add-index": { "on.model": "model", "on.fields[]": "field" },
  "add-many": { to: "model" },
  "add-model": { of: "model", "access[].actor": "actor", "access[].operations[]": "action" },
  "add-operation": { operation: "action", model: "model", actor: "caller" },
  "add-property": { to: "model", by: "field" },
  "add-relation": { to: "model" },
  "add-section": { to: "place" },
  "add-stub": { actor: "caller", body: "dto", response: "dto" },
  "add-transition": { model: "model", field: "field", actor: "caller" },
  "change-access": { method: "method", path: "path", actor: "actor", "others[]": "actor" },
  "change-constraint": { name: "property", of: "shape" },
  "change-default": { field: "field", of: "model" },
  "change-delete": { relation: "relation", of: "model" },
  "change-presence": { field: "field", of: "model" },
  "change-behaviour": { method: "method", path: "path" },
  "change-response": { method: "method", path: "path" },
  "change-section": { section: "section" },
  "change-type": { field: "field", of: "model" },
  "expose-field": { name: "field", of: "shape" },
  "hide-property": { name: "property", of: "shape" },
  "move-operation": { method: "method", path: "path" },
  "remove-actor": { actor: "actor" },
  "remove-feature": {},
  "remove-field": { name: "field", "from.models[]": "model" },
  "remove-index": { "on.model": "model", "on.fields[]": "field" },
  "remove-model": { name: "model" },
  "remove-operation": { method: "method", path: "path" },
  "remove-relation": { name: "relation", "from.models[]": "model" },
  "remove-section": { section: "section" },
  "rename-actor": { actor: "actor" },
  "rename-feature": {},
  "rename-field": { name: "field", of: "model" },
  "rename-model": { name: "model" },
  "rename-property": { name: "property", of: "shape" },
  "split-actor": { actor: "actor" },
};
