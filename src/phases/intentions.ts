import type { tags } from "typia";
import type { NameSet } from "../model/schema/with-names.js";
import type { Intention } from "./understand/understanding.js";

/** Ids of intentions, each once. */
export type IntentionIds = readonly string[] & tags.MinItems<1> & tags.MaxItems<20>;

/** A sentence that no change says, under a name that answers call it by. */
export interface NamedIntention {
  readonly id: string;
  readonly requirement: string;
}

export function nameIntentions(intentions: readonly Intention[]): readonly NamedIntention[] {
  return intentions.map(({ requirement }, index) => ({ id: `intention-${index + 1}`, requirement }));
}

/** The names of intentions, for a schema. */
export function intentionSet(intentions: readonly NamedIntention[]): NameSet {
  return {
    name: "IntentionId",
    description: "An intention, by what stands before it in brackets.",
    values: intentions.map(({ id }) => id),
  };
}
