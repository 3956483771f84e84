import type { Answers } from "../../change/answer.js";
import { printChange } from "../../change/forms.js";
import type { RemoveActor } from "../../change/kinds/remove-actor.js";
import { type Actor, readActors } from "../../generate/create/conventions/actors.js";
import { ownTables } from "../../generate/actor/copied-tables.js";
import { signInOf } from "../../generate/actor/own-files.js";
import type { Known } from "../../generate/create/known.js";
import type { Backend } from "../../source/backend.js";
import type { Operation } from "../../spec/interface/interface-spec.js";
import { readSpec } from "../../spec/spec.js";
import { type Found, refuse } from "../found.js";
import { findActor, noSuchActor } from "../model/find-actor.js";
import type { Planned } from "../planned.js";
import { askDependants } from "../removal/ask-dependants.js";
import { familyOf } from "../removal/family.js";
import { planDifference } from "../removal/plan-removal.js";
import { handOver } from "./hand-over.js";
import { droppedOf, type Leaving, leave, namesOf, planGone } from "./leaving.js";
import { leaningOn, touchedOf } from "./leaning-on.js";
import { operationsOf } from "./own-operations.js";

/** Plans taking an actor out: how he signs in, his tables, and what only he may do, or who may do that from now on. */
export function planRemoveActor(backend: Backend, change: RemoveActor, answers: Answers): Planned {
  const known: Known = { backend, ...readSpec(backend) };
  const actors = readActors(known);
  const found = findLeaving(change, actors, known);
  if (!found.ok) return found.ending;
  const actor = found.value;
  const heir = heirOf(change, actor, actors);
  if (!heir.ok) return heir.ending;
  const roots = ownTables(actor.model, known.database).map(({ name }) => name);
  const asked = askDependants(familyOf(roots, known.database, known.api), known, answers, backend);
  const leaning = leaningOn(actor, actors, asked.family, known);
  if (leaning !== null) return { kind: "refused", ...leaning };
  const leaving = leave(known, { change, answers, actor: actor.name }, asked.family);
  const alone = aloneOf(leaving);
  const others = actors.filter((each) => each.name !== actor.name);
  if (alone.length > 0 && change.operations === null) return askFate(change, alone, others);
  if (leavesNobody(leaving, heir.value === null ? [] : alone))
    return {
      kind: "refused",
      reason: `No operation would be left that anybody has to sign in for: all of them are for ${actor.name}.`,
      remedy:
        alone.length === 0
          ? `Keep what cannot be without him as well, by answering drop-check, or leave him.`
          : `Let somebody else call them: \`/autobe ${printChange(handedOver(change, others[0]))}\``,
    };
  if (asked.questions.length > 0)
    return planDifference(backend, change, answers, known, {
      names: namesOf(leaving),
      questions: asked.questions,
    });
  const planned = heir.value === null ? planGone(leaving) : handOver(leaving, alone, heir.value);
  const touched = planned.kind === "plan" ? touchedOf(planned.plan, others, known) : null;
  return touched === null ? planned : { kind: "refused", ...touched };
}

/** The actor who is to go; how the plan ends where he is not there, or cannot be spared. */
function findLeaving(
  change: RemoveActor,
  actors: readonly Actor[],
  { api }: Known,
): Found<Actor & { readonly model: NonNullable<Actor["model"]> }> {
  const found = actors.find(({ name }) => name.toLowerCase() === change.actor.toLowerCase());
  if (found === undefined) return { ok: false, ending: noSuchActor(change.actor, actors) };
  const { name, model } = found;
  if (model === null)
    return refuse(`It is not clear which table holds ${name}.`, "Call the table as the actor is called.");
  if (!actors.some((each) => each.name !== name && signInOf(each.name, api).length > 0))
    return refuse(
      `${name} is the only one who signs in here: without one, nothing could be kept from anybody.`,
      `Ask for another one in the same request: \`/autobe add actor <name> like ${name}\`, and \`/autobe ${printChange({ ...change, operations: null })}, operations to <name>\``,
    );
  return { ok: true, value: { name, model } };
}

/** Who is to call what only the actor may; null for nobody. */
function heirOf({ operations }: RemoveActor, actor: Actor, actors: readonly Actor[]): Found<Actor | null> {
  if (operations?.kind !== "handed-over") return { ok: true, value: null };
  const heir = findActor(operations.to, actors);
  return heir.ok && heir.value.name === actor.name
    ? refuse(`${actor.name} is the one who goes.`, "Name another actor, or write: operations removed")
    : heir;
}

/** What only he may do, as far as it does not go with his tables anyway. */
function aloneOf({ known, actor, names }: Leaving): readonly Operation[] {
  return operationsOf(actor, known).alone.filter(({ key }) => !names.operations.includes(key));
}

/** Whether all that anybody has to sign in for goes with an actor, but for what is handed over. */
function leavesNobody(leaving: Leaving, handed: readonly Operation[]): boolean {
  if (handed.length > 0) return false;
  const gone = new Set([...namesOf(leaving).operations, ...droppedOf(leaving)]);
  const { alone, shared } = operationsOf(leaving.actor, leaving.known);
  const left = [...leaving.known.api.operations.values()].filter(({ key }) => !gone.has(key));
  return alone.length + shared.length > 0 && left.every(({ actor }) => actor === null);
}

function handedOver(change: RemoveActor, to: Actor | undefined): RemoveActor {
  return { ...change, operations: { kind: "handed-over", to: to?.name ?? "" } };
}

/** Nobody guesses whether what only he may do is still wanted, and by whom. */
function askFate(change: RemoveActor, alone: readonly Operation[], others: readonly Actor[]): Planned {
  const removed: RemoveActor = { ...change, operations: { kind: "removed" } };
  return {
    kind: "ambiguous",
    candidates: [
      { command: printChange(removed), takes: alone.map(({ key }) => key) },
      ...others.map((each) => ({ command: printChange(handedOver(change, each)), takes: [] })),
    ],
  };
}
