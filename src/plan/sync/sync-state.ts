import type { Answers } from "../../change/answer.js";
import type { Known } from "../../generate/create/known.js";
import type { Field, Model } from "../../spec/database/database-spec.js";
import type { Renames } from "../../spec/renames.js";

/** How far a person's edits have been followed. */
export interface SyncState {
  readonly base: Known;
  /** What the changes that were found so far make of the base. */
  readonly now: Known;
  /** What the person wrote. */
  readonly wanted: Known;
  /** What was renamed on the way from the base. */
  readonly renames: Renames;
  readonly answers: Answers;
}

/** The base's name of a model. */
export function oldModel({ renames }: SyncState, name: string): string {
  return renames.models.reduceRight((found, { from, to }) => (to === found ? from : found), name);
}

/** The field of the base that a model of now had under a name; undefined where it had none. */
export function stood(state: SyncState, model: Model, name: string): Field | undefined {
  const before = state.base.database.models.get(oldModel(state, model.name));
  return before?.fields.find((field) => field.name === name);
}
