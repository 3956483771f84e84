import type { Change } from "../change/change.js";
import { printChange } from "../change/forms.js";
import type { RemoveActor } from "../change/kinds/remove-actor.js";
import { sameWords, wordsOf } from "../spec/words.js";

/**
 * The changes of one request in an order in which each finds what it needs: what is about a model or its state comes
 * behind the change that adds them. All else stays as it was written.
 */
export function orderChanges(changes: readonly Change[]): readonly Change[] {
  const waiting = [...changes];
  const ordered: Change[] = [];
  while (waiting.length > 0) {
    const free = waiting.findIndex(
      (change) => !waiting.some((other) => other !== change && needs(change, other)),
    );
    // Changes that wait for each other are for the planner to refuse, in the order in which they were written.
    ordered.push(...waiting.splice(Math.max(free, 0), 1));
  }
  return ordered;
}

/** Whether a change speaks of what another one adds. */
function needs(change: Change, other: Change): boolean {
  // What an operation does is said once everything that it works with is there.
  if (change.kind === "change-behaviour") return other.kind !== "change-behaviour";
  if (other.kind === "change-behaviour") return false;
  if (other.kind === "add-model") return modelsOf(change).some((word) => same(word, other.name));
  // What else is said of an actor who goes, or of paths that bear his name, is said while he is there.
  if (change.kind === "remove-actor") {
    if (other.kind === "remove-actor") return inherits(change, other);
    return other.kind === "add-actor" || namesActor(other, change.actor);
  }
  // Everything else speaks of an actor by the name that he has.
  if (change.kind === "rename-actor" && other.kind !== "rename-actor") return namesActor(other, change.actor);
  // What takes or answers with a DTO needs it to be there.
  if (other.kind === "add-dto")
    return change.kind !== "add-dto"
      ? change.kind === "add-stub"
      : change.members.some(({ type }) => type === other.name);
  if (other.kind === "add-actor")
    return change.kind === "change-access" && same(change.actor ?? "", other.actor);
  if (other.kind === "split-actor")
    return (
      change.kind === "change-access" && change.places !== undefined && same(change.actor ?? "", other.actor)
    );
  if (change.kind === "add-property" && other.kind === "add-relation")
    return [change.to, change.of].some((word) => same(word, other.target) || same(word, other.to));
  if (other.kind !== "add-field" || change.kind !== "add-transition") return false;
  return other.to.models.some((word) => same(word, change.model));
}

function namesActor(change: Change, actor: string): boolean {
  return new RegExp(`\\b${actor}\\b`, "i").test(printChange(change));
}

/** Whether somebody who goes was handed what another one who goes might do. */
function inherits({ actor }: RemoveActor, { operations }: RemoveActor): boolean {
  return operations?.kind === "handed-over" && same(operations.to, actor);
}

/** The models that a change needs to be there, as written. */
function modelsOf(change: Change): readonly string[] {
  switch (change.kind) {
    case "add-operation":
    case "add-transition":
      return [change.model];
    case "add-model":
      return [...(change.of === null ? [] : [change.of]), ...change.fields.map(({ type }) => type.name)];
    case "add-property":
      return [change.of, change.to];
    case "add-many":
      return [change.target, change.to];
    case "add-field":
      return [...change.to.models, change.type.name];
    default:
      return [];
  }
}

function same(left: string, right: string): boolean {
  return sameWords(wordsOf(left), wordsOf(right));
}
