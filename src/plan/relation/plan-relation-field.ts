import type { AddField } from "../../change/kinds/add-field.js";
import { SCALARS } from "../../change/field-type.js";
import { nearestOf } from "../../change/nearest.js";
import { printChange } from "../../change/forms.js";
import { type Actor, readActors } from "../../generate/create/conventions/actors.js";
import type { Known } from "../../generate/create/known.js";
import type { Notice } from "../../generate/notice.js";
import { type Creation, creationsOf } from "../../generate/relation/creators.js";
import type { Model } from "../../spec/database/database-spec.js";
import { ownWords } from "../../spec/words.js";
import { findModels } from "../field/find-models.js";
import type { Planned } from "../planned.js";
import { askForMaker } from "./choose-makers.js";
import { findTarget, namesDoer, namesMaker, type RelationTarget } from "./find-target.js";
import { planRelations, type WantedRelation } from "./plan-relations.js";

/** Plans a field whose type is an actor or a model: `created_by: member`, `category: category?`. */
export function planRelationField(change: AddField, known: Known): Planned {
  const { database } = known;
  const models = findModels(change.to, database, (to) => ({ ...change, to }));
  if (!models.ok) return models.ending;
  if (change.default !== null)
    return {
      kind: "refused",
      reason: `"${change.name}" leads to another row and has no default.`,
      remedy: `Leave that out: ${printChange({ ...change, default: null })}.`,
    };
  const actors = readActors(known).filter(({ model }) => model !== null);
  const targets: RelationTarget[] = [];
  for (const word of [change.type.name, ...(change.type.others ?? [])]) {
    const rewrite = (name: string): AddField => ({ ...change, type: { ...change.type, name } });
    const target = findTarget(word, database, actors, rewrite);
    if (!target.ok)
      return target.ending.kind === "nothing-to-do" ? unknownType(word, actors, known) : target.ending;
    targets.push(target.value);
  }
  const given = change.carriers?.some((word) => word !== "read" && word !== "summary") === true;
  const people = targets.every(({ actor }) => actor !== null);
  if (people && namesMaker(change.name) && !given)
    return planMaker(change, models.value, targets, actors, known);
  if (targets.length > 1)
    return {
      kind: "refused",
      reason: `"${change.name}" leads to ${targets.map(({ model }) => model.name).join(" or ")}, and nothing says which.`,
      remedy: "Add one field for each.",
    };
  if (people && namesDoer(change.name) && change.carriers === null) return askWhoSays(change);
  const [target] = targets;
  return target === undefined
    ? unknownType(change.type.name, actors, known)
    : planGiven(change, models.value, target, known);
}

/** Nothing says when somebody "approved" a row, so callers do, or nobody yet. */
function askWhoSays(change: AddField): Planned {
  const type = { ...change.type, optional: true };
  const candidates = [["read", "create", "update"], ["read"]].map((carriers) => ({
    command: printChange({ ...change, type, carriers }),
    takes: [],
  }));
  return { kind: "ambiguous", candidates };
}

function planGiven(
  change: AddField,
  models: readonly Model[],
  target: RelationTarget,
  known: Known,
): Planned {
  const wanted = models
    .filter((model) => !has(model, change.name, target.model))
    .map((model) => wantedOf(change, model, target, false));
  if (wanted.length === 0) return done(change, models);
  if (!change.type.optional) {
    const optional = { ...change, type: { ...change.type, optional: true } };
    return {
      kind: "refused",
      reason: `Rows without "${change.name}" would lead nowhere.`,
      remedy: `Let it be empty: ${printChange(optional)}. Or let it be filled from another relation: add relation ${change.name}: ${change.type.name} to <model> filled from <relation>.`,
    };
  }
  return planRelations(change, wanted, [], known);
}

function planMaker(
  change: AddField,
  models: readonly Model[],
  targets: readonly RelationTarget[],
  actors: readonly Actor[],
  known: Known,
): Planned {
  const several = targets.length > 1;
  const named = (actor: Actor): string =>
    several ? `${change.name}_${actor.name.replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase()}` : change.name;
  const missing = models.filter((model) =>
    targets.some(({ model: target, actor }) => actor !== null && !has(model, named(actor), target)),
  );
  if (missing.length === 0) return done(change, models);
  const creations = creationsOf(known.backend, known.database, missing, actors);
  const [first] = targets;
  if (!several && first?.actor != null) {
    const asked = askForMaker(change, first.actor, creations, actors);
    if (asked !== null) return asked;
  }
  const wanted: WantedRelation[] = [];
  for (const model of missing)
    for (const target of targets) {
      if (target.actor === null || has(model, named(target.actor), target.model)) continue;
      if (several && !isMadeBy(target.actor, creations.get(model) ?? [])) continue;
      wanted.push({ ...wantedOf(change, model, target, true), name: named(target.actor) });
    }
  if (wanted.length === 0) return done(change, models);
  return planRelations(change, wanted, noticesOf(wanted, creations), known);
}

function isMadeBy({ name }: Actor, creations: readonly Creation[]): boolean {
  return creations.some(({ actors }) => actors.has(name));
}

/** What stays empty: in rows that stand, and where others make them. */
function noticesOf(
  wanted: readonly WantedRelation[],
  creations: ReadonlyMap<Model, readonly Creation[]>,
): readonly Notice[] {
  return wanted.flatMap(({ name, model, target }) => {
    const others = (creations.get(model) ?? []).filter(
      ({ actors }) => target.actor !== null && !actors.has(target.actor.name),
    );
    const old: Notice = {
      kind: "repository",
      path: model.path,
      line: null,
      text: `Nobody knows who made the rows of ${model.name} that stand: their ${name} is empty`,
    };
    return [
      old,
      ...others.map(({ path, line }): Notice => ({
        kind: "repository",
        path,
        line,
        text: `No ${target.actor?.name} makes the row of ${model.name} here: its ${name} stays empty`,
      })),
    ];
  });
}

function wantedOf(change: AddField, model: Model, target: RelationTarget, made: boolean): WantedRelation {
  const { name, carriers } = change;
  return { name, model, target, made, unique: false, onDelete: null, carriers };
}

function has({ fields }: Model, name: string, target: Model): boolean {
  return fields.some((field) => field.name === name && field.relation?.target === target.name);
}

function done({ name }: AddField, models: readonly Model[]): Planned {
  const owners = models.map((model) => model.name).join(", ");
  return {
    kind: "nothing-to-do",
    reason: `There is a relation "${name}" in ${owners} already.`,
    nearest: [],
  };
}

function unknownType(word: string, actors: readonly Actor[], { database }: Known): Planned {
  const models = [...ownWords(database.models.keys()).values()].map((words) => words.join("_"));
  const near = nearestOf(word, [...SCALARS, ...actors.map(({ name }) => name), ...models]);
  return {
    kind: "refused",
    reason: `"${word}" is not a type.`,
    remedy:
      `${near === null ? "" : `Did you mean ${near}? `}The types are ${SCALARS.join(", ")}, ` +
      `sets of values such as "low" | "high", actors and models.`,
  };
}
