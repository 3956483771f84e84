import type { AddStub } from "../../change/kinds/add-stub.js";
import { printChange } from "../../change/forms.js";
import { nearestOf } from "../../change/nearest.js";
import { readActors } from "../../generate/create/conventions/actors.js";
import { readNaming } from "../../generate/create/conventions/naming.js";
import type { Known } from "../../generate/create/known.js";
import type { NewOperation } from "../../generate/create/new-model.js";
import { serveOperation } from "../../generate/operation/add-operation.js";
import { describeModel } from "../../generate/operation/describe-model.js";
import type { Backend } from "../../source/backend.js";
import { readDatabase } from "../../spec/database/read-database.js";
import { readInterface } from "../../spec/interface/read-interface.js";
import { joinPath } from "../../spec/interface/read-routes.js";
import { type Found, refuse } from "../found.js";
import { RESERVED } from "../model/model-problem.js";
import { addressOf } from "../model/resolve-operations.js";
import type { Planned } from "../planned.js";
import { aboutModel } from "./about-model.js";
import { hosted, sayTaken } from "./place-existing.js";
import { creationOf, planOperation } from "./plan-operation.js";
import { callerOf } from "./who-may.js";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** Plans an operation with everything that callers see of it, and code that says that it is not written yet. */
export function planAddStub(backend: Backend, change: AddStub): Planned {
  const database = readDatabase(backend);
  const known: Known = { backend, database, api: readInterface(backend, database) };
  const placed = placeStub(change, known);
  if (!placed.ok) return placed.ending;
  const operation = placed.value;
  const same = (each: Pick<NewOperation, "actor" | "body" | "response">): boolean =>
    each.actor === operation.actor && each.body === operation.body && each.response === operation.response;
  const taken = sayTaken(operation, known, same, "Choose another path, or another name with: as <name>.");
  if (taken !== null) return taken;
  const model = aboutModel(operation, known);
  if (model === null)
    return {
      kind: "refused",
      reason: `Nothing says which rows ${operation.key} is about.`,
      remedy: "Let it take or answer a DTO of a model, or let its path have the id of a row.",
    };
  const creation = creationOf(describeModel(model, known), { model, told: false }, known);
  const served = serveOperation(creation, operation);
  if ("path" in served)
    return {
      kind: "refused",
      reason: `${served.path} cannot be made: this backend has nothing of the kind to follow.`,
      remedy: "Add a first one by hand.",
    };
  return planOperation(change, creation, operation, served);
}

function placeStub(change: AddStub, known: Known): Found<NewOperation> {
  const method = METHODS.find((each) => each === change.method.toUpperCase());
  if (method === undefined)
    return refuse(`"${change.method}" is no method.`, `The methods are ${METHODS.join(", ")}.`);
  if (method === "GET" && change.body !== null)
    return refuse(`A GET request has no body, so it takes no ${change.body}.`, "Use PATCH, as lists do.");
  const path = joinPath(change.path);
  const segments = path.split("/").slice(1);
  if (!segments.every((each) => /^(\{[a-z]\w*\}|[A-Za-z][\w-]*)$/.test(each)))
    return refuse(`${change.path} is no path.`, "Write it as /bbs/member/categories/{categoryId}/follow.");
  const actor = callerOf(change.actor, readActors(known), (name) => printChange({ ...change, actor: name }));
  if (!actor.ok) return actor;
  for (const dto of [change.body, change.response])
    if (dto !== null && !known.api.dtos.has(dto)) return unknownDto(dto, known);
  const ofOne = segments.some((each) => each.startsWith("{"));
  const naming = readNaming(known);
  const last = segments.at(-1) ?? "";
  const usual = ofOne && !last.startsWith("{") ? last : naming.method(method, last.startsWith("{"));
  const name = change.name ?? usual.replace(/\W/g, "_");
  if (RESERVED.has(name) || !/^[a-z]/.test(name))
    return refuse(`"${name}" cannot name an operation.`, "Choose another name with: as <name>.");
  const { body, response, summary } = change;
  const address = addressOf(method, segments, ofOne, name, naming);
  const operation = { kind: "stub", method, actor: actor.value?.name ?? null, body, response } as const;
  return { ok: true, value: hosted({ ...operation, summary: summary ?? "", ...address }, known) };
}

function unknownDto(name: string, { api }: Known): Found<never> {
  const near = nearestOf(name, [...api.dtos.keys()]);
  return refuse(
    `There is no DTO ${name}.`,
    near === null ? "Write it by hand first, or take one that is there." : `Did you mean ${near}?`,
  );
}
