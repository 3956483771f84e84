import type { Change } from "../change/change.js";
import { printChange } from "../change/forms.js";
import type { Material } from "../model/loop/model-step.js";
import type { Backend } from "../source/backend.js";
import type { NamedIntention } from "./intentions.js";

/** What each phase of a design starts from. */
export interface DesignRequest {
  /** What the person wrote, as a step reads it. */
  readonly text: string;
  /** At least one. */
  readonly intentions: readonly NamedIntention[];
  /** Carried out whatever is answered: understood ones, and those of the phases before. */
  readonly changes: readonly Change[];
  /** As these changes leave it. */
  readonly backend: Backend;
}

/** What every phase of a design is shown, whatever else it needs. */
export function materialOf({ text, intentions, changes }: DesignRequest): readonly Material[] {
  const lines = intentions.map(({ id, requirement }) => `[${id}] ${requirement}`);
  return [
    { title: "The person writes:", text },
    { title: "Intentions, which are what is left to do:", text: lines.join("\n") },
    ...(changes.length === 0
      ? []
      : [{ title: "Changes that are made already:", text: changes.map(printChange).join("\n") }]),
  ];
}

/** All words that say what a design is about. */
export function wordsOfRequest({ text, intentions, changes }: DesignRequest): string {
  return [text, ...intentions.map(({ requirement }) => requirement), ...changes.map(printChange)].join("\n");
}
