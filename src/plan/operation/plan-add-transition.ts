import type { AddTransition } from "../../change/kinds/add-transition.js";
import { printChange } from "../../change/forms.js";
import { readActors } from "../../generate/create/conventions/actors.js";
import { type Known, textOf } from "../../generate/create/known.js";
import type { NewModel, NewOperation } from "../../generate/create/new-model.js";
import { serveOperation } from "../../generate/operation/add-operation.js";
import { answerOfRow } from "../../generate/operation/answer-of-row.js";
import { baseDto, below, describeModel, fieldCalled } from "../../generate/operation/describe-model.js";
import { verbOf } from "../../generate/operation/verb-of.js";
import type { Backend } from "../../source/backend.js";
import type { Model } from "../../spec/database/database-spec.js";
import { readDatabase } from "../../spec/database/read-database.js";
import { readInterface } from "../../spec/interface/read-interface.js";
import { findModel } from "../field/find-field.js";
import { type Found, refuse } from "../found.js";
import { RESERVED } from "../model/model-problem.js";
import type { Planned } from "../planned.js";
import { placeExisting, sayTaken } from "./place-existing.js";
import { creationOf, planOperation } from "./plan-operation.js";
import { stateOf } from "./state-of.js";
import { whoMay } from "./who-may.js";

/** Plans an operation that lets rows go from a state to another one, and tells them from rows in any other. */
export function planAddTransition(backend: Backend, change: AddTransition): Planned {
  const database = readDatabase(backend);
  const known: Known = { backend, database, api: readInterface(backend, database) };
  const model = findModel(change.model, database, (name) => ({ ...change, model: name }));
  if (!model.ok) return model.ending;
  const placed = placeTransition(change, model.value, known);
  if (!placed.ok) return placed.ending;
  const operation = placed.value;
  const taken = sayTaken(
    operation,
    known,
    ({ actor, provider }) => actor === operation.actor && goes(textOf(known, provider?.path ?? ""), change),
    "Choose another name with: as <verb>.",
  );
  if (taken !== null) return taken;
  const described = below(describeModel(model.value, known), operation.parameters.slice(0, -1));
  const dto = baseDto(model.value, known);
  const answer = dto === null ? null : answerOfRow(dto, model.value, operation, known);
  if (described === null || dto === null || answer === null)
    return {
      kind: "refused",
      reason: `Nothing says how ${dto?.name ?? `a row of ${model.value.name}`} is made of one row.`,
      remedy: "Add an operation by hand that answers with it, from one query and its row.",
    };
  const variable = freeVariable(described, answer.returning("updated"));
  const creation = creationOf({ ...described, variable }, { model: model.value, told: false, answer }, known);
  const served = serveOperation(creation, operation);
  if ("path" in served)
    return {
      kind: "refused",
      reason: `${served.path} cannot be made: this backend has nothing of the kind to follow.`,
      remedy: "Add a first one by hand.",
    };
  return planOperation(change, creation, operation, served);
}

/** Whether code speaks of all the states of a transition. */
function goes(text: string, { from, to }: AddTransition): boolean {
  return [...from, to].every((state) => text.includes(JSON.stringify(state)));
}

function placeTransition(change: AddTransition, model: Model, known: Known): Found<NewOperation> {
  const state = stateOf(change, model, known);
  if (!state.ok) return state;
  const actor = whoMay(change.actor, model, readActors(known), known, (name) =>
    printChange({ ...change, actor: name }),
  );
  if (!actor.ok) return actor;
  const verb = change.verb ?? verbOf(change.to);
  if (verb === null)
    return refuse(
      `Nothing says what it is called when a row goes to ${change.to}.`,
      `Say it: \`/autobe ${printChange({ ...change, verb: "…" })}\`.`,
    );
  if (RESERVED.has(verb) || !/^[a-z]/.test(verb))
    return refuse(`"${verb}" cannot name an operation.`, "Choose another name with: as <verb>.");
  const wanted = { kind: "transition" as const, actor: actor.value?.name ?? null, verb, at: null };
  const placed = placeExisting(wanted, model, known, {
    body: null,
    response: baseDto(model, known)?.name ?? null,
  });
  if (!placed.ok) return placed;
  const stamp = fieldCalled(model, `${change.to}_at`) ?? fieldCalled(model, `${verb}_at`);
  const transition = {
    field: state.value.name,
    from: change.from,
    to: change.to,
    stamp: stamp?.type === "DateTime" ? stamp.name : null,
  };
  return { ok: true, value: { ...placed.value, transition } };
}

/** A name for the row that what follows does not use for something else. */
export function freeVariable({ variable }: NewModel, code: string): string {
  const names = [variable, "existing", "found", "row"];
  return names.find((name) => !new RegExp(`\\b(const|let) ${name}\\b`).test(code)) ?? "before";
}
