import type { Change } from "../../src/change/change.js";
import type { Model } from "../../src/spec/database/database-spec.js";
import { readDatabase } from "../../src/spec/database/read-database.js";
import { readInterface } from "../../src/spec/interface/read-interface.js";
import { documentsOf, idOf } from "../../src/spec/requirement/documents.js";
import type { Backend } from "../../src/source/backend.js";

/** What the lines are made of: every model, and the key of every operation ("GET /articles/{articleId}"). */
interface Parts {
  readonly models: readonly Model[];
  readonly operations: readonly string[];
  /** Ids of the sections of the requirements. */
  readonly sections: readonly string[];
  /** Two values of a model's column that has a few. */
  readonly states: readonly { readonly model: string; readonly from: string; readonly to: string }[];
}

/** A kind without lines does not compile, so hand edits are tried with every kind there is. */
const LINES: { readonly [K in Change["kind"]]: (parts: Parts) => readonly string[] } = {
  "add-dto": ({ models }) =>
    models.map(
      ({ name }) =>
        `add dto I${name.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}Mark (text: string, at: datetime?)`,
    ),
  "add-field": ({ models }) =>
    models.flatMap(({ name }) => [
      `add field remark: string? to ${name}`,
      `add field weight: int to ${name} default 1`,
    ]),
  "add-index": ({ models }) => ofColumns(models, (model, field) => `add index on ${model}(${field})`),
  "add-model": ({ models }) =>
    models.map(({ name }) => `add model remark of ${name} (text: string) by anyone with read, list`),
  "add-operation": ({ models }) =>
    models.flatMap(({ name }) =>
      ["read", "list", "update", "delete"].map((kind) => `add operation ${kind} to ${name} by anyone`),
    ),
  "add-stub": ({ operations }) => operations.map((key) => `add operation ${key}/again by anyone as again`),
  "add-transition": ({ states }) =>
    states.map(
      ({ model, from, to }) => `add operation transition ${model} from ${from} to ${to} by anyone as promote`,
    ),
  "add-many": ({ models }) =>
    models.flatMap(({ name }) =>
      models.slice(0, 3).map((target) => `add relation marks: many ${target.name} to ${name}`),
    ),
  "add-property": ({ models }) =>
    models.flatMap(({ name, fields }) =>
      fields
        .filter(({ list, relation }) => list && relation !== null)
        .map((field) => `add property ${field.name}_number: count of ${field.name} to ${name}`),
    ),
  "add-relation": ({ models }) => [
    ...models.map(({ name }) => `add relation origin: ${name}? to ${name}`),
    ...models.flatMap(({ name, fields }) =>
      fields
        .filter(({ relation, optional }) => (relation?.fields.length ?? 0) > 0 && !optional)
        .map((field) => `add relation keeper: ${field.type} to ${name} filled from ${field.name}`),
    ),
  ],
  "change-constraint": ({ models }) =>
    ofColumns(models, (model, field) => `change property ${field} of ${model} to max length 90`),
  "add-section": ({ sections }) => sections.map((id) => `add section "Remarks" to ${id} saying "One."`),
  "change-access": ({ operations }) => operations.map((key) => `change operation ${key} to public`),
  "change-default": ({ models }) =>
    ["none", "1", "false", '"plain"'].flatMap((value) =>
      ofColumns(models, (model, field) => `change default of ${field} of ${model} to ${value}`),
    ),
  "change-delete": ({ models }) =>
    ofRelations(models, (model, relation) => `change on delete of ${relation} of ${model} to restrict`),
  "change-presence": ({ models }) =>
    ofColumns(models, (model, field) => `change field ${field} of ${model} to optional`),
  // Only a model carries it out, so there is no edit to look behind.
  "change-behaviour": () => [],
  "change-response": ({ operations }) =>
    operations.flatMap((key) => ["summary", "whole"].map((shown) => `change response of ${key} to ${shown}`)),
  "change-type": ({ models }) =>
    ["string", "double", "datetime", "enum"].flatMap((type) =>
      ofColumns(models, (model, field) => `change field ${field} of ${model} to ${type}`),
    ),
  "change-section": ({ sections }) => sections.map((id) => `change section ${id} to "One."`),
  "expose-field": ({ models }) =>
    ofColumns(models, (model, field) => `expose ${field} of ${model} in summary`),
  "hide-property": ({ models }) => ofColumns(models, (model, field) => `hide ${field} of ${model}`),
  "move-operation": ({ operations }) =>
    ["", " keeping old paths"].flatMap((kept) =>
      operations.map(
        (key) =>
          `move operation ${key} to ${(key.split(" ")[1] ?? "").replace(/^\/(\w+)/, "/$1/moved")}${kept}`,
      ),
    ),
  "remove-field": ({ models }) => ofColumns(models, (model, field) => `remove field ${field} from ${model}`),
  "remove-index": ({ models }) =>
    models.flatMap(({ name, attributes }) =>
      attributes
        .filter(({ kind }) => kind === "index" || kind === "unique")
        .map(
          ({ kind, fields }) =>
            `remove ${kind === "unique" ? "unique " : ""}index on ${name}(${fields.join(", ")})`,
        ),
    ),
  "remove-model": ({ models }) => models.map(({ name }) => `remove model ${name}`),
  "remove-relation": ({ models }) =>
    ofRelations(models, (model, relation) => `remove relation ${relation} from ${model}`),
  "remove-section": ({ sections }) => sections.map((id) => `remove section ${id}`),
  "rename-field": ({ models }) =>
    ofColumns(models, (model, field) => `rename field ${field} of ${model} to renamed_${field}`),
  "rename-model": ({ models }) => models.map(({ name }) => `rename model ${name} to ${name}_renamed`),
  "remove-operation": ({ operations }) => operations.map((key) => `remove operation ${key}`),
  "rename-property": ({ models }) =>
    ofColumns(models, (model, field) => `rename property ${field} of ${model} to renamed_${field}`),
  "remove-feature": ({ models }) => models.map(({ name }) => `remove ${name}`),
  "add-actor": ({ models }) => actorsOf(models).map((name) => `add actor keeper like ${name}`),
  "remove-actor": ({ models }) =>
    actorsOf(models).flatMap((name) =>
      ["removed", ...actorsOf(models).map((other) => `to ${other}`)].map(
        (fate) => `remove actor ${name}, operations ${fate}`,
      ),
    ),
  "rename-actor": ({ models }) => actorsOf(models).map((name) => `rename actor ${name} to keeper`),
  "split-actor": ({ models }) =>
    actorsOf(models).map((name) => `split actor ${name} by rank into low, high, existing as high`),
  "rename-feature": ({ models }) => models.map(({ name }) => `rename ${name} to keepsakes`),
};

/** Lines of each kind of change; some of them will be refused or find nothing to do. */
export function possibleChanges(backend: Backend): ReadonlyMap<string, readonly string[]> {
  const database = readDatabase(backend);
  const api = readInterface(backend, database);
  const states = [...api.dtos.values()].flatMap(({ model, properties }) =>
    properties.flatMap(({ type }) => {
      const [from, to] = [...type.matchAll(/"(\w+)"/g)].map(([, value]) => value);
      return model === null || from === undefined || to === undefined ? [] : [{ model, from, to }];
    }),
  );
  const sections = documentsOf(backend).flatMap((document) =>
    document.sections.map((section) => idOf({ document, section })),
  );
  const operations = [...api.operations.keys()];
  const parts = { models: [...database.models.values()], operations, sections, states };
  return new Map(Object.entries(LINES).map(([kind, lines]) => [kind, lines(parts)]));
}

function ofColumns(
  models: readonly Model[],
  line: (model: string, field: string) => string,
): readonly string[] {
  return models.flatMap(({ name, fields }) =>
    fields.filter(({ relation, id }) => relation === null && !id).map((field) => line(name, field.name)),
  );
}

function ofRelations(
  models: readonly Model[],
  line: (model: string, relation: string) => string,
): readonly string[] {
  return models.flatMap(({ name, fields }) =>
    fields
      .filter(({ relation }) => (relation?.fields.length ?? 0) > 0)
      .map((field) => line(name, field.name)),
  );
}

/** Actors are mostly called by the last word of their table. */
function actorsOf(models: readonly Model[]): readonly string[] {
  return models
    .filter(({ stance }) => stance === "actor")
    .map(({ name }) => name.replace(/^.*_(\w+?)s?$/, "$1"));
}
