import { printChange } from "../../change/forms.js";
import { heirInTests } from "../../generate/actor/heir-in-tests.js";
import { idleInputs } from "../../generate/actor/idle-inputs.js";
import type { Actor } from "../../generate/create/conventions/actors.js";
import type { Backend } from "../../source/backend.js";
import { carriersOf } from "../../spec/carried-by.js";
import type { Field } from "../../spec/database/database-spec.js";
import type { Operation } from "../../spec/interface/interface-spec.js";
import { type Names, NO_NAMES } from "../../spec/names.js";
import { readSpec } from "../../spec/spec.js";
import { inStages, type Stage } from "../in-stages.js";
import { planChangeAccess } from "../operation/plan-change-access.js";
import type { Planned } from "../planned.js";
import { EMPTY_PLAN } from "../plan.js";
import { planDifference } from "../removal/plan-removal.js";
import { deleteStep, editStep, inLayerOrder } from "../steps-of.js";
import { operationsOf } from "./own-operations.js";
import { droppedOf, leave, type Leaving, planGone, planWithoutSignIn } from "./leaving.js";

/**
 * Plans that another actor calls what only one who goes may. First nobody signs in as him and nothing that stays knows
 * his rows, then the operations are told for the other, and then his tables go.
 */
export function handOver(leaving: Leaving, operations: readonly Operation[], heir: Actor): Planned {
  const { known, change, answers, actor } = leaving;
  const stages: readonly Stage[] = [
    (now) => planTests(now, leaving, operations, heir),
    (now) => planWithout(now, leaving, operations),
    (now) => {
      const also = { files: [], operations: [], inputs: idleInputs(actor, now), cause: actor };
      return planDifference(now, change, answers, readSpec(now), { names: NO_NAMES, also });
    },
    ...operations.map(
      (each): Stage =>
        (now) =>
          toHeir(now, each, heir),
    ),
    (now) => planGone(leave({ backend: now, ...readSpec(now) }, leaving, leaving.family), true),
  ];
  return inStages(known.backend, printChange(change), stages);
}

function planTests(
  now: Backend,
  { change, actor }: Leaving,
  operations: readonly Operation[],
  { name }: Actor,
): Planned {
  const known = { backend: now, ...readSpec(now) };
  const keys = new Set(operations.map(({ key }) => key));
  const own = [...known.api.operations.values()].filter(({ key }) => keys.has(key));
  const { edits, notices } = heirInTests({ from: actor, to: name, operations: own }, known);
  const because = [{ cause: actor, how: `is ${name} in` }];
  const steps = edits.map(({ path, after }) => (after === null ? deleteStep : editStep)(path, because));
  return {
    kind: "plan",
    plan: { ...EMPTY_PLAN, change: printChange(change), steps: inLayerOrder(steps), notices },
    edits: () => edits,
  };
}

/** Nobody signs in as him, nothing that stays knows his rows, and what others call as well loses his variant. */
function planWithout(now: Backend, leaving: Leaving, operations: readonly Operation[]): Planned {
  const handed = new Set(operations.map(({ key }) => key));
  const signIn = operationsOf(leaving.actor, leaving.known).signIn.map(({ key }) => key);
  const known = { backend: now, ...readSpec(now) };
  return planWithoutSignIn(
    { ...leaving, known },
    {
      names: { ...keysOf(leaving), operations: signIn },
      files: [],
      operations: droppedOf(leaving).filter((key) => !handed.has(key)),
    },
  );
}

/** What rows that stay hold of the actor's: columns, relations with both ends, and properties that show them. */
function keysOf({ known, family, names }: Leaving): Names {
  const { models } = known.database;
  const gone = new Set(names.fields);
  const held = [...models.values()]
    .filter(({ name }) => !family.models.has(name))
    .flatMap((model) => model.fields.map((field) => ({ model, field })))
    .filter(({ model, field }) => gone.has(`${model.name}.${field.name}`) && holdsKey(field));
  const ends = held.flatMap(({ field: { relation } }) =>
    relation === null || relation.opposite === null ? [] : [`${relation.target}.${relation.opposite}`],
  );
  const shown = held.flatMap(({ model, field }) => carriersOf(model, field, known.api));
  return {
    ...NO_NAMES,
    fields: [...held.map(({ model, field }) => `${model.name}.${field.name}`), ...ends],
    properties: [...new Set(shown.map(({ dto, property }) => `${dto.name}.${property.name}`))],
  };
}

/** Whether a field is of a row itself, and no list of others that hold it. */
function holdsKey({ relation }: Field): boolean {
  return relation === null || relation.fields.length > 0;
}

function toHeir(now: Backend, { key, method, path }: Operation, { name }: Actor): Planned {
  const planned = planChangeAccess(now, { kind: "change-access", method, path, actor: name }, false);
  if (planned.kind !== "refused") return planned;
  const gone = printChange({ kind: "remove-operation", method, path });
  return {
    ...planned,
    reason: `${key} cannot be handed over to ${name}: ${planned.reason}`,
    remedy: `${planned.remedy} Or let it go, in the same request: \`/autobe ${gone}\``,
  };
}
