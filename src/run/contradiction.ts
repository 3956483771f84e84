import type { Change } from "../change/change.js";
import { printChange } from "../change/forms.js";
import { type Plan, removedForGood } from "../plan/plan.js";
import { type Names, NO_NAMES } from "../spec/names.js";
import type { Rename } from "../spec/renames.js";
import { stop } from "./step.js";

/** Two changes of one request of which only one can hold. */
export interface Contradiction {
  readonly one: Change;
  readonly other: Change;
  readonly why: string;
}

/** What a person is told: nothing is done until one of the two is left out. */
export function contradicts({ one, other, why }: Contradiction): ReturnType<typeof stop> {
  return stop(
    `"${printChange(other)}" contradicts "${printChange(one)}": ${why}`,
    "Leave one of them out, or ask for one after the other, in a request of its own each.",
  );
}

/** Two changes that give the same thing two values or two names. */
export function saidTwice(changes: readonly Change[]): Contradiction | null {
  const said = new Map<string, { readonly change: Change; readonly to: string }>();
  for (const change of changes) {
    // An operation may do several things.
    if (change.kind === "change-behaviour") continue;
    const [, what = "", to = ""] = /^((?:change|rename) .+) to (.+)$/.exec(printChange(change)) ?? [];
    const before = said.get(what);
    if (before !== undefined && before.to !== to)
      return { one: before.change, other: change, why: `it cannot become both ${before.to} and ${to}.` };
    if (what !== "") said.set(what, { change, to });
  }
  return null;
}

/** A change that lets an actor do something, or calls him otherwise, beside one that takes him out. */
export function saidOfGone(changes: readonly Change[]): Contradiction | null {
  for (const gone of changes) {
    if (gone.kind !== "remove-actor") continue;
    const same = (name: string | null): boolean => name?.toLowerCase() === gone.actor.toLowerCase();
    const said = changes.find((each) => actorsOf(each).some(same));
    const [one, other] = changes.filter((each) => each === gone || each === said);
    if (said !== undefined && one !== undefined && other !== undefined)
      return { one, other, why: `${gone.actor} would be gone.` };
  }
  return null;
}

/** The actors that a change needs to be there when all is done. */
function actorsOf(change: Change): readonly (string | null)[] {
  switch (change.kind) {
    case "add-actor":
    case "rename-actor":
    case "split-actor":
      return [change.actor];
    case "change-access":
      return [change.actor, ...(change.others ?? [])];
    case "add-operation":
    case "add-transition":
      return [change.actor];
    case "add-model":
      return change.access.map(({ actor }) => actor);
    default:
      return [];
  }
}

/** Whether one plan puts in, or names, what the other takes out; null if neither does. */
export function undone(one: Plan, other: Plan): string | null {
  const [named, removed] = [newNames(one), removedForGood(other)];
  const name =
    meeting(one.added, removed) ?? meeting(named, removed) ?? meeting(other.added, removedForGood(one));
  return name === null ? null : `one puts in ${name}, and the other takes it out.`;
}

/** A property may well get another name first and be hidden then. */
function newNames({ renames }: Plan): Names {
  const beside = ({ from, to }: Rename): string => `${from.slice(0, from.lastIndexOf(".") + 1)}${to}`;
  return {
    ...NO_NAMES,
    models: renames.models.map(({ to }) => to),
    fields: renames.fields.map(beside),
  };
}

const KINDS = ["models", "fields", "dtos", "properties", "operations"] as const;

function meeting(added: Names, removed: Names): string | null {
  for (const kind of KINDS) {
    const gone = new Set(removed[kind]);
    const name = added[kind].find((each) => gone.has(each));
    if (name !== undefined) return name;
  }
  return null;
}
