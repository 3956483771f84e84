import type { Scalar } from "../../change/field-type.js";
import type { Model } from "../../spec/database/database-spec.js";
import type { Operation } from "../../spec/interface/interface-spec.js";

/** A model that is not there yet, with everything about it decided: printing it is all that is left. */
export interface NewModel {
  readonly table: string;
  /** Schema file it goes into. */
  readonly path: string;
  /** A model whose stance and neighbours it shares; comments and tags follow it. */
  readonly like: Model;
  /** "opening hour", in the singular and the plural. */
  readonly noun: string;
  readonly nouns: string;
  /** `openingHour`, as a variable. */
  readonly variable: string;
  /** `BbsArticleBookmark`. */
  readonly pascal: string;
  readonly columns: readonly NewColumn[];
  readonly relations: readonly NewRelation[];
  readonly updatedAt: boolean;
  readonly softDelete: boolean;
  readonly operations: readonly NewOperation[];
}

export interface NewColumn {
  readonly name: string;
  readonly scalar: Scalar;
  /** The values it may have; empty where it is no set. */
  readonly values: readonly string[];
  readonly optional: boolean;
  readonly unique: boolean;
  /** Argument of `@default(…)`. */
  readonly default: string | null;
}

export interface NewRelation {
  /** Whose row holds this one's, who made it, or a plain reference that callers give. */
  readonly role: "parent" | "owner" | "reference";
  readonly name: string;
  readonly column: string;
  readonly target: Model;
  readonly optional: boolean;
  /** The actor whose rows it leads to; null for other models. */
  readonly actor: string | null;
  /** Name of the other end. */
  readonly opposite: string;
  /** Name that ties both ends together where there are several between the two models; null else. */
  readonly tie: string | null;
}

export type OperationKind =
  "create" | "list" | "read" | "update" | "delete" | "restore" | "transition" | "stub";

/** How a row goes from a state to another one. */
export interface Transition {
  /** Column that holds the state. */
  readonly field: string;
  readonly from: readonly string[];
  readonly to: string;
  /** Column that keeps when it was; null without one. */
  readonly stamp: string | null;
}

export interface NewOperation extends Operation {
  readonly kind: OperationKind;
  /** What a stub says of itself, which may be nothing; left out for all others. */
  readonly summary?: string;
  /** What a transition does; left out for all others. */
  readonly transition?: Transition;
  readonly provider: { readonly name: string; readonly path: string };
  readonly accessor: readonly string[];
  /** Path of `@Controller`. */
  readonly prefix: string;
  /** What follows it in the decorator of the route; empty for nothing. */
  readonly route: string;
}

/** Whether an operation is about one row, whose id its path has. */
export function isOfOne({ kind }: Pick<NewOperation, "kind">): boolean {
  return kind !== "create" && kind !== "list";
}

/** Whether an operation shows and alters only what its actor made. */
export function isOwn(model: NewModel, operation: NewOperation): boolean {
  const owner = ownerOf(model);
  return owner !== null && operation.actor !== null && owner.actor === operation.actor;
}

export function ownerOf({ relations }: NewModel): NewRelation | null {
  return relations.find(({ role }) => role === "owner") ?? null;
}

export function parentOf({ relations }: NewModel): NewRelation | null {
  return relations.find(({ role }) => role === "parent") ?? null;
}

/** Relations that callers name in what they send. */
export function referencesOf({ relations }: NewModel): readonly NewRelation[] {
  return relations.filter(({ role }) => role === "reference");
}

/** Whether nobody but its owner ever sees a row. */
export function isPrivate(model: NewModel): boolean {
  const shown = model.operations.filter(({ kind }) => kind === "read" || kind === "list");
  return ownerOf(model) !== null && shown.every((each) => isOwn(model, each));
}

export function operationOf(model: NewModel, kind: OperationKind): NewOperation | null {
  return model.operations.find((each) => each.kind === kind) ?? null;
}

/** Whether lists show a summary of what reading shows whole. */
export function isSummarized(model: NewModel): boolean {
  return operationOf(model, "list") !== null && operationOf(model, "read") !== null;
}
