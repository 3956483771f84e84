import { SHOWN } from "../../change/kinds/change-response.js";
import { SCALARS } from "../../change/field-type.js";
import { DELETE_BEHAVIOURS } from "../../change/delete-behaviour.js";
import type { Ask, Filled } from "../../change/slot.js";
import { readActors } from "../../generate/create/conventions/actors.js";
import { modelsNamed } from "../../plan/models-named.js";
import { documentsOf, idOf } from "../../spec/requirement/documents.js";
import type { Backend } from "../../source/backend.js";
import type { Model } from "../../spec/database/database-spec.js";
import { readDatabase } from "../../spec/database/read-database.js";
import { readInterface } from "../../spec/interface/read-interface.js";
import type { Spec } from "../../spec/spec.js";
import { ownWords, wordsOf } from "../../spec/words.js";

/** What may be answered to a question, as far as the backend knows it. */
export interface Choices {
  readonly names: readonly string[];
  /** Whether nothing else makes sense; else they are only offered. */
  readonly closed: boolean;
}

export type ChoicesOf = (ask: Ask, filled: Filled) => Choices;

const DTOS = ["read", "create", "update", "summary", "nothing"];

/** The names of one backend, by what is asked for and what was answered so far. */
export function choicesIn(backend: Backend): ChoicesOf {
  const database = readDatabase(backend);
  const spec = { database, api: readInterface(backend, database) };
  const models = [...database.models.keys()];
  const actors = readActors({ backend, ...spec }).map(({ name }) => name);
  const sections = documentsOf(backend).flatMap((document) => [
    idOf({ document, section: null }),
    ...document.sections.map((section) => idOf({ document, section })),
  ]);
  return (ask, filled) => {
    switch (ask) {
      case "model":
        return only(models);
      case "models":
        return only([...models, "*"]);
      case "feature":
        return offered(features(models));
      case "field":
      case "relation":
      case "property":
        return ofModel(ask, filled, spec);
      case "operation":
        return only([...spec.api.operations.keys()]);
      case "section":
        return only(sections);
      case "action":
        return only(["create", "read", "list", "update", "delete", "restore"]);
      case "type":
        return offered([...SCALARS, ...models, ...actors]);
      case "target":
        return offered(models);
      case "actor":
        // Actors whose decorator is not found are the planner's to know.
        return actors.length === 0 ? offered(["anyone"]) : only([...actors, "anyone"]);
      case "access":
        return offered([...actors, "anyone"].map((actor) => `by ${actor} with read, list`));
      case "fate":
        return only(["removed", ...actors.map((actor) => `to ${actor}`)]);
      case "index":
        return only(["index", "unique index"]);
      case "unique":
        return only(["unique"]);
      case "presence":
        return only(["required", "optional"]);
      case "shown":
        return only(SHOWN);
      case "kept":
        return only(["keeping old paths"]);
      case "computed":
        return only(["count of", "has", "latest", "list of"]);
      case "on-delete":
        return only(DELETE_BEHAVIOURS);
      case "dtos":
        return offered(DTOS);
      case "columns":
        return offered(
          modelOf(filled, spec)
            ?.fields.filter(isColumn)
            .map(({ name }) => name) ?? [],
        );
      case "limits":
        return offered([
          "min ",
          "max ",
          "min length ",
          "max length ",
          "pattern /",
          "format ",
          "unconstrained",
        ]);
      case "body":
      case "response":
        return only([...spec.api.dtos.keys()]);
      case "endpoint":
      case "name":
      case "title":
      case "default":
      case "states":
      case "state":
      case "path":
      case "text":
        return offered([]);
    }
  };
}

function only(names: readonly string[]): Choices {
  return { names, closed: true };
}

function offered(names: readonly string[]): Choices {
  return { names, closed: false };
}

/** The words that models are called by, without the prefix that all of them share. */
function features(models: readonly string[]): readonly string[] {
  const own = ownWords(models);
  return models.map((name) =>
    name
      .split("_")
      .slice(-(own.get(name)?.length ?? 1))
      .join(" "),
  );
}

function ofModel(ask: "field" | "relation" | "property", filled: Filled, spec: Spec): Choices {
  const model = modelOf(filled, spec);
  if (model === undefined) return offered([]);
  if (ask === "field") return only(model.fields.filter(isColumn).map(({ name }) => name));
  if (ask === "relation")
    return only(model.fields.filter(({ relation }) => (relation?.fields.length ?? 0) > 0).map((f) => f.name));
  const dtos = [...spec.api.dtos.values()].filter((dto) => dto.model === model.name);
  return only([...new Set(dtos.flatMap(({ properties }) => properties.map(({ name }) => name)))]);
}

/** Undefined where several models are meant, or none that is known. */
function modelOf(filled: Filled, { database }: Spec): Model | undefined {
  const word = filled.get("model") ?? filled.get("models");
  const found = word === undefined ? [] : modelsNamed(word, wordsOf(word), database);
  return found.length === 1 ? database.models.get(found[0] ?? "") : undefined;
}

function isColumn({ relation }: Model["fields"][number]): boolean {
  return relation === null;
}
