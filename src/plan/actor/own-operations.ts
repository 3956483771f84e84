import { readActors } from "../../generate/create/conventions/actors.js";
import type { Known } from "../../generate/create/known.js";
import type { Operation } from "../../spec/interface/interface-spec.js";
import { normalPath } from "../removal/family.js";

/** What an actor may call, by what becomes of it without him. */
export interface OwnOperations {
  /** How he joins, logs in, refreshes his tokens, changes his password. */
  readonly signIn: readonly Operation[];
  /** What others may call as well: each has an operation of its own, at the same path but for who calls. */
  readonly shared: readonly Operation[];
  /** What nobody else may do. */
  readonly alone: readonly Operation[];
}

/** The operations of an actor. */
export function operationsOf(actor: string, known: Known): OwnOperations {
  const all = [...known.api.operations.values()];
  const signIn = all.filter((each) => isSignIn(each, actor));
  const own = all.filter((each) => each.actor === actor && !signIn.includes(each));
  const names = new Set(readActors(known).map(({ name }) => name.toLowerCase()));
  const others = new Set(all.filter((each) => each.actor !== actor).map((each) => routeOf(each, names)));
  return {
    signIn,
    shared: own.filter((each) => others.has(routeOf(each, names))),
    alone: own.filter((each) => !others.has(routeOf(each, names))),
  };
}

/** Whether an operation is at a path of how an actor signs in. */
export function isSignIn({ path }: Operation, actor: string): boolean {
  const flat = (each: string): string => each.replaceAll(/[-_]/g, "").toLowerCase();
  const segments = path.split("/").map(flat);
  return segments[segments.indexOf("auth") + 1] === flat(actor) && segments.includes("auth");
}

/** An operation whoever calls it: paths may name an actor who may no longer. */
function routeOf(operation: Operation, actors: ReadonlySet<string>): string {
  const segments = normalPath(operation).split("/");
  return `${operation.method} ${segments.filter((each) => !actors.has(each.toLowerCase())).join("/")}`;
}
