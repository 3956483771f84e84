import type { AddModel } from "../../change/kinds/add-model.js";
import { nearestOf } from "../../change/nearest.js";
import type { Actor } from "../../generate/create/conventions/actors.js";
import type { OperationKind } from "../../generate/create/new-model.js";
import { refuse, type Found } from "../found.js";
import { findActor } from "./find-actor.js";

/** One operation that somebody gets. */
export interface Grant {
  readonly kind: OperationKind;
  /** Null for anybody. */
  readonly actor: Actor | null;
}

export const KINDS: readonly OperationKind[] = ["create", "list", "read", "update", "delete", "restore"];

/** Who may do what, each operation once per actor, in the order in which controllers have them. */
export function resolveAccess(change: AddModel, actors: readonly Actor[]): Found<readonly Grant[]> {
  const grants: Grant[] = [];
  for (const { actor: word, operations } of change.access) {
    const found: Found<Actor | null> = word === null ? { ok: true, value: null } : findActor(word, actors);
    if (!found.ok) return found;
    const actor = found.value;
    for (const operation of operations) {
      const kind = KINDS.find((each) => each === operation);
      if (kind === undefined) return unknownOperation(operation);
      if (!grants.some((each) => each.kind === kind && each.actor === actor)) grants.push({ kind, actor });
    }
  }
  const sorted = [...grants].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  return { ok: true, value: sorted };
}

function unknownOperation(word: string): Found<never> {
  const near = nearestOf(word, KINDS);
  return refuse(
    `"${word}" is no operation.`,
    `${near === null ? "" : `Did you mean ${near}? `}The operations are ${KINDS.join(", ")}.`,
  );
}
