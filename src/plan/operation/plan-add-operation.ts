import type { AddOperation } from "../../change/kinds/add-operation.js";
import { printChange } from "../../change/forms.js";
import { nearestOf } from "../../change/nearest.js";
import { readActors } from "../../generate/create/conventions/actors.js";
import type { Known } from "../../generate/create/known.js";
import { type NewOperation, type OperationKind } from "../../generate/create/new-model.js";
import { serveOperation } from "../../generate/operation/add-operation.js";
import { baseDto, below, describeModel } from "../../generate/operation/describe-model.js";
import { dtoEdits } from "../../generate/operation/dto-members.js";
import { rowEdits } from "../../generate/operation/row-files.js";
import { twinOf } from "../../generate/operation/twin.js";
import type { Backend } from "../../source/backend.js";
import type { Model } from "../../spec/database/database-spec.js";
import { readDatabase } from "../../spec/database/read-database.js";
import { readInterface } from "../../spec/interface/read-interface.js";
import { findModel } from "../field/find-field.js";
import { type Found, refuse } from "../found.js";
import { KINDS } from "../model/resolve-access.js";
import type { Planned } from "../planned.js";
import { placeExisting, sayTaken } from "./place-existing.js";
import { planOperation } from "./plan-operation.js";
import { prepare } from "./prepare-operation.js";
import { takesOf } from "./takes-of.js";
import { whoMay } from "./who-may.js";

/** Plans one more operation of a model that is there: as another actor has it, or made from the model and its DTOs. */
export function planAddOperation(backend: Backend, change: AddOperation): Planned {
  const database = readDatabase(backend);
  const known: Known = { backend, database, api: readInterface(backend, database) };
  const model = findModel(change.model, database, (name) => ({ ...change, model: name }));
  if (!model.ok) return model.ending;
  const placed = placeOne(change, model.value, known);
  if (!placed.ok) return placed.ending;
  const operation = placed.value;
  const taken = sayTaken(
    operation,
    known,
    ({ actor }) => operation.kind === "restore" && actor === operation.actor,
    "Choose another path with: at <path>.",
  );
  if (taken !== null) return taken;
  const parents =
    operation.kind === "create" || operation.kind === "list"
      ? operation.parameters
      : operation.parameters.slice(0, -1);
  const described = below(describeModel(model.value, known), parents);
  if (described === null)
    return {
      kind: "refused",
      reason: `${parents.at(-1)} in ${operation.path} leads to no model that ${model.value.name} belongs to.`,
      remedy: "Choose another path with: at <path>.",
    };
  const twin = twinOf(operation, described, known);
  const ready = prepare(operation, model.value, described, known, twin !== null);
  if (!ready.ok) return ready.ending;
  const { creation } = ready.value;
  const served = serveOperation(creation, operation, twin?.text);
  const dtos = twin === null ? dtoEdits(creation, operation) : [];
  const rows = twin === null ? rowEdits(creation, operation) : [];
  if ("path" in served || dtos === null || rows === null) {
    const path =
      "path" in served
        ? served.path
        : dtos === null
          ? `src/api/structures/I${described.pascal}.ts`
          : "src/transformers";
    return {
      kind: "refused",
      reason: `${path} cannot be made: this backend has nothing of the kind to follow, or it is there already.`,
      remedy: "Add a first one by hand.",
    };
  }
  const made = [operation.body, operation.response].filter(
    (name) => name !== null && !known.api.dtos.has(name),
  );
  return planOperation(change, creation, operation, [...dtos, ...rows, ...served], {
    added: { dtos: made as string[] },
    notices: ready.value.notices,
  });
}

function placeOne(change: AddOperation, model: Model, known: Known): Found<NewOperation> {
  const kind = KINDS.find((each) => each === change.operation);
  if (kind === undefined) {
    const near = nearestOf(change.operation, KINDS);
    return refuse(
      `"${change.operation}" is no operation.`,
      `${near === null ? "" : `Did you mean ${near}? `}The operations are ${KINDS.join(", ")}, and transition.`,
    );
  }
  const signing = signingProblem(kind, model);
  if (signing !== null) return signing;
  const actor = whoMay(change.actor, model, readActors(known), known, (name) =>
    printChange({ ...change, actor: name }),
  );
  if (!actor.ok) return actor;
  const who = actor.value?.name ?? null;
  const described = describeModel(model, known);
  const same = described.operations.find((each) => each.kind === kind && each.actor === who);
  if (same !== undefined)
    return {
      ok: false,
      ending: { kind: "nothing-to-do", reason: `${same.key} does that already.`, nearest: [] },
    };
  if (kind === "restore") {
    const problem = restoreProblem(change, model, known);
    if (problem !== null) return problem;
  }
  const verb = verbOf(kind);
  const base = baseDto(model, known)?.name ?? `I${described.pascal}`;
  const takes = takesOf(kind, base, described, known);
  return placeExisting({ kind, actor: who, verb, at: change.at }, model, known, takes);
}

/** Who signs in is read and listed by rule; what makes or changes him, or keeps him signed in, is not. */
function signingProblem(kind: OperationKind, { name, stance }: Model): Found<never> | null {
  if (stance === "session" || (stance === "actor" && kind !== "read" && kind !== "list"))
    return refuse(
      `${name} is part of how actors sign in.`,
      `${stance === "actor" ? "Only reading and listing them is derived" : "Operations on sessions are not derived"}; add others by hand.`,
    );
  return null;
}

function verbOf(kind: OperationKind): string | null {
  return kind === "restore" ? kind : null;
}

/** Rows come back only where they are kept when they are erased. */
function restoreProblem(change: AddOperation, model: Model, known: Known): Found<never> | null {
  const described = describeModel(model, known);
  if (!described.softDelete)
    return refuse(
      `Rows of ${model.name} are gone when they are erased: it has no deleted_at.`,
      `Keep them first: \`/autobe add field deleted_at: datetime? to ${change.model}\`, and let erasing set it.`,
    );
  if (described.operations.some(({ kind }) => kind === "delete")) return null;
  return refuse(
    `Nothing erases rows of ${model.name}.`,
    `Add that first: \`/autobe ${printChange({ ...change, operation: "delete" })}\`.`,
  );
}
